package dev.deft.processor.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** Finds the first type within a type that code in a package cannot speak of. */
final class HiddenTypes {
    private final Elements elements;
    private final PackageElement here;

    HiddenTypes(Elements elements, PackageElement here) {
        this.elements = elements;
        this.here = here;
    }

    Optional<TypeElement> in(TypeMirror type) {
        return in(type, new HashSet<>());
    }

    private Optional<TypeElement> in(TypeMirror type, Set<String> variables) {
        return switch (type.getKind()) {
            case DECLARED -> inDeclared((DeclaredType) type, variables);
            case ARRAY -> in(((ArrayType) type).getComponentType(), variables);
            case TYPEVAR ->
                variables.add(type.toString())
                        ? in(((TypeVariable) type).getUpperBound(), variables)
                        : Optional.empty();
            case INTERSECTION -> any(((IntersectionType) type).getBounds(), variables);
            case WILDCARD -> {
                WildcardType wildcard = (WildcardType) type;
                List<TypeMirror> bounds = new ArrayList<>();
                if (wildcard.getExtendsBound() != null) {
                    bounds.add(wildcard.getExtendsBound());
                }
                if (wildcard.getSuperBound() != null) {
                    bounds.add(wildcard.getSuperBound());
                }
                yield any(bounds, variables);
            }
            case EXECUTABLE -> {
                ExecutableType method = (ExecutableType) type;
                List<TypeMirror> all = new ArrayList<>(method.getTypeVariables());
                all.add(method.getReturnType());
                all.addAll(method.getParameterTypes());
                all.addAll(method.getThrownTypes());
                yield any(all, variables);
            }
            default -> Optional.empty();
        };
    }

    private Optional<TypeElement> any(List<? extends TypeMirror> types, Set<String> variables) {
        return types.stream().flatMap(type -> in(type, variables).stream()).findFirst();
    }

    private Optional<TypeElement> inDeclared(DeclaredType type, Set<String> variables) {
        for (Element at = type.asElement(); at instanceof TypeElement element; at = at.getEnclosingElement()) {
            if (isHidden(element)) {
                return Optional.of(element);
            }
        }
        return any(type.getTypeArguments(), variables);
    }

    private boolean isHidden(TypeElement type) {
        return type.getModifiers().contains(Modifier.PRIVATE)
                || (!type.getModifiers().contains(Modifier.PUBLIC)
                        && !elements.getPackageOf(type).equals(here));
    }
}
