package dev.deft.channel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Channels are built of what the runtime offers to everybody. */
class ArchitectureTest {
    private static final JavaClasses CHANNELS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.deft.channel");

    @Test
    void theyKnowOnlyWhatTheRuntimeShows() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations", "dev.deft", "dev.deft.channel")
                .check(CHANNELS);
    }

    @Test
    void theyNeedTheRuntimeAndNothingElse() throws URISyntaxException {
        Path home = Path.of(Channel.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor module =
                ModuleFinder.of(home).findAll().iterator().next().descriptor();

        assertThat(module.requires())
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactlyInAnyOrder("java.base", "dev.deft", "org.jspecify");
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("dev.deft.channel");
    }

    /** So that every wait ends with its context, and passes on virtual time. */
    @Test
    void theyWaitThroughTheRuntimeOnly() {
        noClasses()
                .should()
                .accessTargetWhere(describe("park, sleep or read a clock", access -> switch (access.getTargetOwner()
                        .getName()) {
                    case "java.util.concurrent.locks.LockSupport", "java.time.Clock" -> true;
                    case "java.lang.Thread" -> access.getName().equals("sleep");
                    case "java.lang.System" ->
                        Set.of("nanoTime", "currentTimeMillis").contains(access.getName());
                    default -> false;
                }))
                .check(CHANNELS);
    }
}
