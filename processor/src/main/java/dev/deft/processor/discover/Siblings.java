package dev.deft.processor.discover;

import dev.deft.processor.model.InheritedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Methods of one signature that a type inherits from several types, none of which overrides another's: to a caller they
 * are one method (JLS 8.4.8.4, 9.4.1.3 and 15.12.2.5), which returns the most specific of their results and throws only
 * what each of them may throw.
 */
final class Siblings {
    private final Lang lang;
    private final DeclaredType type;
    private final Map<TypeElement, DeclaredType> sides = new HashMap<>();

    Siblings(Lang lang, DeclaredType type) {
        this.lang = lang;
        this.type = type;
    }

    /** Adds a method to those of its signature, unless one of them stands for it; they are ordered nearest first. */
    void add(ExecutableElement method, List<List<ExecutableElement>> groups) {
        for (List<ExecutableElement> group : groups) {
            if (haveOneSignature(group.get(0), method)) {
                if (group.stream().noneMatch(nearer -> prevails(nearer, method))) {
                    group.removeIf(nearer -> prevails(method, nearer));
                    group.add(method);
                }
                return;
            }
        }
        groups.add(new ArrayList<>(List.of(method)));
    }

    /** The method that stands for all: the one whose signature and result suit each of them. */
    ExecutableElement mostSpecific(List<ExecutableElement> group) {
        if (group.size() == 1) {
            return group.get(0);
        }
        return first(group, this::narrows)
                .or(() -> first(group, this::narrowsRoughly))
                .orElse(group.get(0));
    }

    private static Optional<ExecutableElement> first(
            List<ExecutableElement> group, BiPredicate<ExecutableElement, ExecutableElement> narrows) {
        return group.stream()
                .filter(each -> group.stream().allMatch(other -> each.equals(other) || narrows.test(each, other)))
                .findFirst();
    }

    /** The type of the method that stands for all. */
    ExecutableType typeOf(ExecutableElement method, List<ExecutableElement> group) {
        ExecutableType own = declaredType(method);
        if (group.size() == 1) {
            return own;
        }
        List<TypeMirror> thrown = List.copyOf(own.getThrownTypes());
        for (ExecutableElement other : group) {
            if (!other.equals(method)) {
                thrown = common(thrown, thrownBy(other, own));
            }
        }
        return new InheritedType(own, thrown);
    }

    /** A method's type as a member of the type, as it was declared. */
    private ExecutableType declaredType(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                ? (ExecutableType) method.asType()
                : (ExecutableType) lang.types.asMemberOf(side(Lang.declaringType(method)), method);
    }

    /** The type seen as the one that declares a method: of another, ecj would take the first method of that signature. */
    private DeclaredType side(TypeElement declaring) {
        return sides.computeIfAbsent(
                declaring, each -> lang.as(type, each.asType()).orElse(type));
    }

    private boolean haveOneSignature(ExecutableElement one, ExecutableElement other) {
        return one.getSimpleName().equals(other.getSimpleName())
                && one.getParameters().size() == other.getParameters().size()
                && !one.getModifiers().contains(Modifier.PRIVATE)
                && (isSubsignature(one, other) || isSubsignature(other, one));
    }

    private boolean isSubsignature(ExecutableElement one, ExecutableElement other) {
        ExecutableType own = declaredType(one);
        ExecutableType wanted = declaredType(other);
        return lang.types.isSubsignature(own, wanted) || isErasure(own, wanted);
    }

    /** Whether a method's parameters are those of another without generics: ecj says of that it is no subsignature. */
    private boolean isErasure(ExecutableType own, ExecutableType other) {
        return own.getTypeVariables().isEmpty()
                && IntStream.range(0, own.getParameterTypes().size())
                        .allMatch(i -> lang.types.isSameType(
                                lang.types.erasure(own.getParameterTypes().get(i)),
                                lang.types.erasure(other.getParameterTypes().get(i))));
    }

    /** Whether a method overrides or implements another that the type has too. */
    boolean overrides(ExecutableElement one, ExecutableElement other) {
        return !one.equals(other)
                && !one.getModifiers().contains(Modifier.STATIC)
                && !other.getModifiers().contains(Modifier.STATIC)
                && isSeenFrom(one, other)
                && haveOneSignature(one, other)
                && prevails(one, other);
    }

    private boolean isSeenFrom(ExecutableElement one, ExecutableElement other) {
        Set<Modifier> modifiers = other.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || modifiers.contains(Modifier.PROTECTED)
                || (!modifiers.contains(Modifier.PRIVATE)
                        && lang.elements.getPackageOf(one).equals(lang.elements.getPackageOf(other)));
    }

    /** Whether a method overrides or hides another, or implements it as what the type's superclass is. */
    private boolean prevails(ExecutableElement one, ExecutableElement other) {
        TypeMirror above = lang.types.erasure(Lang.declaringType(other).asType());
        return lang.types.isSubtype(lang.types.erasure(Lang.declaringType(one).asType()), above)
                || (Lang.declaringType(other).getKind().isInterface()
                        && !Lang.declaringType(one).getKind().isInterface()
                        && !one.getModifiers().contains(Modifier.ABSTRACT));
    }

    private boolean narrows(ExecutableElement one, ExecutableElement other) {
        ExecutableType own = declaredType(one);
        TypeMirror result = own.getReturnType();
        TypeMirror wanted = inTermsOf(own, other).apply(declaredType(other).getReturnType());
        boolean bothRefer = isReference(result) && isReference(wanted);
        return isSubsignature(one, other)
                && (bothRefer ? lang.types.isSubtype(result, wanted) : result.getKind() == wanted.getKind());
    }

    /** The same, with unchecked conversions. */
    private boolean narrowsRoughly(ExecutableElement one, ExecutableElement other) {
        return isSubsignature(one, other)
                && lang.types.isSubtype(
                        lang.types.erasure(one.getReturnType()), lang.types.erasure(other.getReturnType()));
    }

    private static boolean isReference(TypeMirror type) {
        return !type.getKind().isPrimitive() && type.getKind() != TypeKind.VOID;
    }

    private List<TypeMirror> thrownBy(ExecutableElement method, ExecutableType own) {
        Inference inTermsOfOwn = inTermsOf(own, method);
        return declaredType(method).getThrownTypes().stream()
                .map(inTermsOfOwn::apply)
                .toList();
    }

    /** Writes what another method declares with the type variables of this one. */
    private Inference inTermsOf(ExecutableType own, ExecutableElement other) {
        ExecutableType type = declaredType(other);
        Inference inference = new Inference(lang, type);
        for (int i = 0;
                i < type.getTypeVariables().size() && i < own.getTypeVariables().size();
                i++) {
            inference.learn(
                    type.getTypeVariables().get(i), own.getTypeVariables().get(i));
        }
        return inference;
    }

    /** What both lists allow to be thrown. */
    private List<TypeMirror> common(List<TypeMirror> some, List<TypeMirror> others) {
        List<TypeMirror> common = new ArrayList<>();
        addAllowed(some, others, common);
        addAllowed(others, some, common);
        return common;
    }

    private void addAllowed(List<TypeMirror> thrown, List<TypeMirror> allowed, List<TypeMirror> common) {
        thrown.stream()
                .filter(each -> allowed.stream().anyMatch(limit -> lang.types.isSubtype(each, limit)))
                .filter(each -> common.stream().noneMatch(known -> lang.types.isSameType(each, known)))
                .forEach(common::add);
    }
}
