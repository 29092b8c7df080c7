package dev.deft.processor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.deft.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of {@code docs/architecture.md}, and what published code keeps away from. */
class ArchitectureTest {
    private static final String PROCESSOR = "dev.deft.processor";

    private static final Path ANNOTATIONS_HOME = TestCompiler.home("dev.deft.annotation.Async");
    private static final Path RUNTIME_HOME = TestCompiler.home("dev.deft.Deft");

    private static final JavaClasses PROCESSOR_CLASSES =
            classesOf(TestCompiler.home("dev.deft.processor.DeftProcessor"));
    private static final JavaClasses ANNOTATIONS = classesOf(ANNOTATIONS_HOME);
    private static final JavaClasses RUNTIME = classesOf(RUNTIME_HOME);

    /** Looks up members by name at run time; a {@link VarHandle} is watched by a rule of its own. */
    private static final DescribedPredicate<JavaAccess<?>> LOOK_UP_BY_NAME =
            describe("look up members or classes by name", access -> {
                String name = access.getName();
                String owner = access.getTargetOwner().getName();
                return switch (owner) {
                    case "java.lang.Class" -> name.equals("forName") || isLookUpInClass(name);
                    case "java.lang.invoke.MethodHandles" ->
                        !Set.of("lookup", "constant").contains(name);
                    case "java.lang.invoke.MethodHandles$Lookup" -> !name.equals("findVarHandle");
                    case "java.lang.ClassLoader" -> name.equals("loadClass");
                    case "java.util.ServiceLoader" -> true;
                    default -> false;
                };
            });

    private static final ArchRule NO_REFLECTION = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.lang.reflect.."))
            .orShould()
            .accessTargetWhere(LOOK_UP_BY_NAME);

    private static final ArchRule VAR_HANDLES_OF_OWN_FIELDS = classes().should(findVarHandlesInThemselvesOnly());

    private static final ArchRule NO_MONITOR_WAITS = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "wait on a monitor",
                    access -> access.getTargetOwner().isEquivalentTo(Object.class)
                            && Set.of("wait", "notify", "notifyAll").contains(access.getName())));

    private static final ArchRule MONITORS_GUARD_OWN_FIELDS = methods()
            .that(describe("are synchronized", method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED)))
            .should(callNothingOfOthers())
            .allowEmptyShould(true);

    static Stream<Arguments> rooms() {
        return Stream.of(
                Arguments.of("model", List.of()),
                Arguments.of("report", List.of("model")),
                Arguments.of("discover", List.of("model", "report")),
                Arguments.of("check", List.of("model", "report")),
                Arguments.of("plan", List.of("model")),
                Arguments.of("write", List.of("model", "plan")));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomOfTheProcessorUsesOnlyWhatItMay(String room, List<String> others) {
        onlyUses(room, others).check(PROCESSOR_CLASSES);
    }

    @Test
    void everyRoomIsWatched() {
        Set<String> watched =
                rooms().map(room -> PROCESSOR + "." + room.get()[0]).collect(Collectors.toSet());
        watched.add(PROCESSOR);

        assertThat(PROCESSOR_CLASSES).extracting(JavaClass::getPackageName).isSubsetOf(watched);
        assertThat(PROCESSOR_CLASSES).extracting(JavaClass::getPackageName).containsAll(watched);
    }

    @Test
    void theProcessorKnowsAnnotationsAndRuntimeByNameOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.deft..").and(not(resideInAPackage(PROCESSOR + ".."))))
                .check(PROCESSOR_CLASSES);
    }

    @Test
    void onlyTheWritersKnowTheLibraryThatWrites() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PROCESSOR + ".write..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir..")
                .check(PROCESSOR_CLASSES);
    }

    /** Under other compilers than javac there are none. */
    @Test
    void syntaxTreesStayBehindClassesThatMayBeMissed() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Javac")
                .and()
                .doNotHaveFullyQualifiedName(PROCESSOR + ".check.BodyScanner")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun..")
                .check(PROCESSOR_CLASSES);
    }

    @Test
    void annotationsNeedNoOtherModule() {
        assertThat(neededAtRunTime(ANNOTATIONS_HOME)).containsExactly("java.base");
        assertThat(neededAtCompileTime(ANNOTATIONS_HOME)).isSubsetOf("org.jspecify");
    }

    @Test
    void theRuntimeNeedsOnlyTheJdkAndJSpecify() {
        assertThat(neededAtRunTime(RUNTIME_HOME)).containsExactly("java.base");
        assertThat(neededAtCompileTime(RUNTIME_HOME)).containsExactly("org.jspecify");
    }

    @Test
    void theRuntimeKeepsItsInsideToItself() {
        assertThat(descriptor(RUNTIME_HOME).exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder("dev.deft", "dev.deft.policy", "dev.deft.time");
    }

    @Test
    void annotationsTouchNoReflection() {
        NO_REFLECTION.check(ANNOTATIONS);
        VAR_HANDLES_OF_OWN_FIELDS.check(ANNOTATIONS);
    }

    @Test
    void theRuntimeTouchesNoReflection() {
        NO_REFLECTION.check(RUNTIME);
        VAR_HANDLES_OF_OWN_FIELDS.check(RUNTIME);
    }

    /** To wait inside a monitor pins a virtual thread on JDK 21. */
    @Test
    void nothingInTheRuntimeWaitsInsideAMonitor() {
        NO_MONITOR_WAITS.check(RUNTIME);
        MONITORS_GUARD_OWN_FIELDS.check(RUNTIME);
    }

    /** The two that are named measure the system's time itself; on any other source they are out of use. */
    @Test
    void onlyTimeSourcesReadAClockOrSleep() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.deft.time..")
                .and()
                .doNotHaveFullyQualifiedName("dev.deft.internal.Sweeper")
                .and()
                .doNotHaveFullyQualifiedName("dev.deft.policy.WatchTable")
                .should()
                .accessTargetWhere(describe("read a clock or sleep", access -> switch (access.getTargetOwner()
                        .getName()) {
                    case "java.lang.System" ->
                        Set.of("nanoTime", "currentTimeMillis").contains(access.getName());
                    case "java.time.Clock" -> true;
                    case "java.time.Instant" -> access.getName().equals("now");
                    case "java.lang.Thread" -> access.getName().equals("sleep");
                    case "java.util.concurrent.locks.LockSupport" ->
                        access.getName().startsWith("park");
                    default -> false;
                }))
                .check(RUNTIME);
    }

    @Test
    void noPolicyStartsAThread() {
        noClasses()
                .that()
                .resideInAPackage("dev.deft.policy..")
                .should()
                .accessTargetWhere(describe(
                        "start a thread",
                        access -> access.getTargetOwner().getName().startsWith("java.lang.Thread")
                                && Set.of("start", "unstarted", "startVirtualThread", "ofVirtual", "ofPlatform")
                                        .contains(access.getName())))
                .check(RUNTIME);
    }

    /** A rule that nothing can break proves nothing. */
    @Test
    void rulesSeeWhatBreaksThem() {
        assertThatThrownBy(() -> onlyUses("write", List.of("model")).check(PROCESSOR_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dev.deft.processor.plan.");
        assertThatThrownBy(() -> NO_REFLECTION.check(classesOf(CallsByName.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Class.forName", "getDeclaredMethod", "java.lang.reflect.Method");
        assertThatThrownBy(() -> NO_REFLECTION.check(classesOf(FindsMethods.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("findVirtual");
        assertThatThrownBy(() -> VAR_HANDLES_OF_OWN_FIELDS.check(classesOf(ReachesIntoAnother.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ReachesIntoAnother");
        assertThatThrownBy(() -> NO_MONITOR_WAITS.check(classesOf(WaitsInAMonitor.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Object.wait");
        assertThatThrownBy(() -> MONITORS_GUARD_OWN_FIELDS.check(classesOf(WaitsInAMonitor.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("WaitsInAMonitor.pause");
        VAR_HANDLES_OF_OWN_FIELDS.check(classesOf(KnowsItself.class));
    }

    private static ArchRule onlyUses(String room, List<String> others) {
        String[] allowed = Stream.concat(Stream.of(room), others.stream())
                .map(each -> PROCESSOR + "." + each + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(PROCESSOR + "." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(PROCESSOR + "..").and(not(resideInAnyPackage(allowed))));
    }

    private static boolean isLookUpInClass(String name) {
        return name.equals("newInstance")
                || (name.startsWith("get")
                        && (name.contains("Method") || name.contains("Field") || name.contains("Constructor")));
    }

    private static ArchCondition<JavaClass> findVarHandlesInThemselvesOnly() {
        return new ArchCondition<>("find VarHandles of their own fields only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("findVarHandle"))
                        .filter(call -> type.getReferencedClassObjects().stream()
                                .filter(named -> named.getLineNumber() == call.getLineNumber())
                                .noneMatch(named -> named.getRawType().equals(type)))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> callNothingOfOthers() {
        return new ArchCondition<>("call nothing of other classes") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getCallsFromSelf().stream()
                        .filter(call -> !call.getTargetOwner().equals(method.getOwner()))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
            }
        };
    }

    private static JavaClasses classesOf(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }

    private static Set<String> neededAtRunTime(Path home) {
        return needed(home, false);
    }

    private static Set<String> neededAtCompileTime(Path home) {
        return needed(home, true);
    }

    private static Set<String> needed(Path home, boolean atCompileTimeOnly) {
        return descriptor(home).requires().stream()
                .filter(each -> each.modifiers().contains(Requires.Modifier.STATIC) == atCompileTimeOnly)
                .map(Requires::name)
                .collect(Collectors.toSet());
    }

    private static ModuleDescriptor descriptor(Path home) {
        return ModuleFinder.of(home).findAll().iterator().next().descriptor();
    }

    static class CallsByName {
        Method find() throws ReflectiveOperationException {
            return Class.forName("java.lang.String").getDeclaredMethod("length");
        }
    }

    static class FindsMethods {
        Object find(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
            return lookup.findVirtual(String.class, "length", MethodType.methodType(int.class));
        }
    }

    static class KnowsItself {
        int count;

        VarHandle find() throws ReflectiveOperationException {
            return MethodHandles.lookup().findVarHandle(KnowsItself.class, "count", int.class);
        }
    }

    static class ReachesIntoAnother {
        VarHandle find() throws ReflectiveOperationException {
            return MethodHandles.lookup().findVarHandle(KnowsItself.class, "count", int.class);
        }
    }

    static class WaitsInAMonitor {
        boolean over;

        synchronized void pause() throws InterruptedException {
            while (!over) {
                wait();
            }
        }
    }

    /** A home is a folder or, once a module is packaged, its jar. */
    private static JavaClasses classesOf(Path home) {
        if (Files.isDirectory(home)) {
            return new ClassFileImporter().importPath(home);
        }
        try (JarFile jar = new JarFile(home.toFile())) {
            return new ClassFileImporter().importJar(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
