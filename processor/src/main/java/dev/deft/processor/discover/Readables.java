package dev.deft.processor.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * What can be read from a value of a type, by the names that a path gives it: a record's component, a getter's property, a
 * field, a method without parameters; of several with one name the first of these. Static members are not among them.
 */
final class Readables {
    private static final String OBJECT = "java.lang.Object";

    private final Lang lang;
    private final PackageElement here;
    private final List<DeclaredType> owners = new ArrayList<>();
    private boolean unknown;

    /** @param here where the code stands that reads */
    Readables(Lang lang, PackageElement here, TypeMirror type) {
        this.lang = lang;
        this.here = here;
        addOwners(type);
    }

    /**
     * A member that can be read.
     *
     * @param owner the type that it is read from
     * @param member a method or a field
     * @param type its type there
     * @param rank what it is, and so whether it goes before others of its name
     */
    record Found(DeclaredType owner, Element member, TypeMirror type, Rank rank) {}

    /** From what is taken first to what is taken last. */
    private enum Rank {
        COMPONENT,
        GETTER,
        FIELD,
        METHOD
    }

    /** Whether the compiler does not know the type (yet). */
    boolean isUnknown() {
        return unknown;
    }

    /** What a name means; what cannot be reached only if nothing else is meant. */
    Optional<Found> find(String name) {
        List<Found> named = new ArrayList<>();
        for (DeclaredType owner : owners) {
            fields(owner).stream()
                    .filter(field -> field.getSimpleName().contentEquals(name))
                    .forEach(field -> named.add(found(owner, field, Rank.FIELD)));
            for (ExecutableElement method : methods(owner)) {
                if (method.getSimpleName().contentEquals(name)) {
                    named.add(found(owner, method, isComponent(owner, name) ? Rank.COMPONENT : Rank.METHOD));
                } else if (isGetter(method, name)) {
                    named.add(found(owner, method, Rank.GETTER));
                }
            }
        }
        return named.stream()
                .min(Comparator.comparing((Found each) -> obstacle(each).isPresent())
                        .thenComparing(Found::rank));
    }

    /** All names that mean something reachable, save for what every object has. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (DeclaredType owner : owners) {
            for (ExecutableElement method : methods(owner)) {
                if (isReachable(method) && !isOfObject(method)) {
                    names.add(property(method));
                }
            }
            fields(owner).stream()
                    .filter(this::isReachable)
                    .forEach(field -> names.add(field.getSimpleName().toString()));
        }
        return names;
    }

    /** Why the code cannot read a member, if it cannot. */
    Optional<String> obstacle(Found found) {
        for (Element at = found.owner().asElement(); at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!isReachable(at)) {
                return Optional.of(at.getSimpleName() + " is " + reach(at));
            }
        }
        return isReachable(found.member()) ? Optional.empty() : Optional.of("it is " + reach(found.member()));
    }

    private static String reach(Element element) {
        return element.getModifiers().contains(Modifier.PRIVATE) ? "private" : "not public, in another package";
    }

    private boolean isReachable(Element element) {
        Set<Modifier> modifiers = element.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || (!modifiers.contains(Modifier.PRIVATE)
                        && lang.elements.getPackageOf(element).equals(here));
    }

    private void addOwners(TypeMirror type) {
        switch (type.getKind()) {
            case DECLARED -> owners.add(bounded((DeclaredType) type));
            case TYPEVAR -> bounds((TypeVariable) type).forEach(this::addOwners);
            case INTERSECTION -> ((IntersectionType) type).getBounds().forEach(this::addOwners);
            case ERROR -> unknown = true;
            default -> {}
        }
    }

    /** In ecj a type variable with several bounds has no upper bound that says them. */
    private static List<? extends TypeMirror> bounds(TypeVariable type) {
        List<? extends TypeMirror> declared =
                type.asElement() instanceof TypeParameterElement parameter ? parameter.getBounds() : List.of();
        boolean isTold = type.getUpperBound() instanceof IntersectionType || declared.size() < 2;
        return isTold ? List.of(type.getUpperBound()) : declared;
    }

    /** What can be read from a {@code List<? extends Order>} can be read from a {@code List<Order>}. */
    private DeclaredType bounded(DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        TypeElement element = (TypeElement) type.asElement();
        if (arguments.stream().noneMatch(WildcardType.class::isInstance)
                || type.getEnclosingType().getKind() != TypeKind.NONE) {
            return type;
        }
        List<TypeMirror> bounds = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror argument = arguments.get(i);
            if (argument instanceof WildcardType wildcard) {
                TypeMirror bound = wildcard.getExtendsBound();
                TypeMirror declared =
                        element.getTypeParameters().get(i).getBounds().get(0);
                bounds.add(bound == null ? lang.types.erasure(declared) : bound);
            } else {
                bounds.add(argument);
            }
        }
        return lang.types.getDeclaredType(element, bounds.toArray(TypeMirror[]::new));
    }

    private Found found(DeclaredType owner, Element member, Rank rank) {
        TypeMirror type = isOfObject(member) ? member.asType() : lang.types.asMemberOf(owner, member);
        return new Found(owner, member, type, rank);
    }

    private static boolean isOfObject(Element member) {
        return member.getEnclosingElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals(OBJECT);
    }

    private List<ExecutableElement> methods(DeclaredType owner) {
        List<ExecutableElement> methods = new ArrayList<>(members(owner).methods());
        methods.addAll(
                ElementFilter.methodsIn(lang.elements.getTypeElement(OBJECT).getEnclosedElements()));
        return methods.stream()
                .filter(method -> method.getParameters().isEmpty()
                        && method.getReturnType().getKind() != TypeKind.VOID
                        && !method.getModifiers().contains(Modifier.STATIC))
                .toList();
    }

    private List<VariableElement> fields(DeclaredType owner) {
        return members(owner).family().stream()
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .toList();
    }

    private Members members(DeclaredType owner) {
        return new Members(lang, (TypeElement) owner.asElement());
    }

    private static boolean isComponent(DeclaredType owner, String name) {
        return ((TypeElement) owner.asElement())
                .getRecordComponents().stream()
                        .anyMatch(component -> component.getSimpleName().contentEquals(name));
    }

    private static boolean isGetter(ExecutableElement method, String property) {
        return !method.getSimpleName().contentEquals(property)
                && getters(method).stream()
                        .anyMatch(prefix -> method.getSimpleName().contentEquals(prefix + capital(property)));
    }

    /** How a method's name may begin for it to be a getter. */
    private static List<String> getters(ExecutableElement method) {
        boolean isBoolean = method.getReturnType().getKind() == TypeKind.BOOLEAN
                || Lang.is(method.getReturnType(), "java.lang.Boolean");
        return isBoolean ? List.of("get", "is") : List.of("get");
    }

    private static String property(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return getters(method).stream()
                .filter(prefix -> name.startsWith(prefix) && name.length() > prefix.length())
                .map(prefix -> name.substring(prefix.length()))
                .filter(rest -> Character.isUpperCase(rest.codePointAt(0)))
                .map(rest -> rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1))
                .findFirst()
                .orElse(name);
    }

    private static String capital(String name) {
        int first = name.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(name.substring(Character.charCount(first)))
                .toString();
    }
}
