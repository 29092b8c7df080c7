package dev.deft.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.deft.processor.plan.TypeVariables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Types as JavaPoet's, with their type-use annotations, which JavaPoet itself would drop.
 *
 * <p>A type as a member of the wrapped type has its type variables filled in, but has lost annotations on the way; the
 * type as declared still has them. So the one gives the shape, and both give annotations.
 */
final class TypeNames {
    /** JavaPoet leaves {@code java.lang.Object} out of bounds, where it would change what the variable is erased to. */
    private static final ClassName OBJECT_AS_BOUND = ClassName.get("", "Object");

    private final String packageName;
    private final TypeVariables variables;

    TypeNames(String packageName, TypeVariables variables) {
        this.packageName = packageName;
        this.variables = variables;
    }

    TypeName of(TypeMirror type) {
        return of(type, type);
    }

    /** A type, with the annotations of the same type as it was declared. */
    TypeName of(TypeMirror shape, @Nullable TypeMirror declared) {
        TypeName plain = switch (shape.getKind()) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case CHAR -> TypeName.CHAR;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
            case VOID, NONE -> TypeName.VOID;
            case ARRAY ->
                ArrayTypeName.of(of(
                        ((ArrayType) shape).getComponentType(),
                        declared instanceof ArrayType array ? array.getComponentType() : null));
            case TYPEVAR -> TypeVariableName.get(name((TypeVariable) shape));
            case WILDCARD -> wildcard((WildcardType) shape, declared);
            case DECLARED, ERROR -> declared((DeclaredType) shape, declared, annotations(shape, declared));
            default -> throw new IllegalArgumentException(shape.getKind() + ": " + shape);
        };
        return plain instanceof ClassName || plain instanceof ParameterizedTypeName
                ? plain
                : annotated(plain, annotations(shape, declared));
    }

    /** A class without its type arguments, as it stands before a dot or in a link. */
    static ClassName raw(TypeMirror type) {
        return ClassName.get((TypeElement) ((DeclaredType) type).asElement());
    }

    /** What is left of a type at run time. */
    TypeName erased(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> ArrayTypeName.of(erased(((ArrayType) type).getComponentType()));
            case TYPEVAR ->
                erased(((TypeParameterElement) ((TypeVariable) type).asElement())
                        .getBounds()
                        .get(0));
            case DECLARED -> raw(type);
            default -> of(type).withoutAnnotations();
        };
    }

    /** Type variables with their bounds, as they stand where they are declared. */
    List<TypeVariableName> declarations() {
        List<TypeVariableName> declarations = new ArrayList<>();
        for (TypeParameterElement variable : variables.declared()) {
            declarations.add(declaration(variable, variable.getBounds()));
        }
        return declarations;
    }

    /** The same with bounds as members of the wrapped type. */
    List<TypeVariableName> declarations(List<? extends TypeVariable> members) {
        if (members.size() != variables.declared().size()) {
            return declarations();
        }
        List<TypeVariableName> declarations = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            TypeParameterElement declared = variables.declared().get(i);
            declarations.add(declaration(declared, bounds(members.get(i), declared)));
        }
        return declarations;
    }

    private TypeVariableName declaration(TypeParameterElement variable, List<? extends TypeMirror> bounds) {
        List<TypeName> names = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            TypeMirror declared =
                    i < variable.getBounds().size() ? variable.getBounds().get(i) : null;
            TypeName name = of(bounds.get(i), declared);
            boolean decidesErasure = i == 0 && bounds.size() > 1 && name.equals(ClassName.OBJECT);
            names.add(decidesErasure ? OBJECT_AS_BOUND : name);
        }
        return TypeVariableName.get(variables.name(variable), names.toArray(TypeName[]::new))
                .annotated(specs(variable.getAnnotationMirrors()));
    }

    /** ecj shows the several bounds of a variable only where it is declared. */
    private static List<? extends TypeMirror> bounds(TypeVariable member, TypeParameterElement declared) {
        TypeMirror upper = member.getUpperBound();
        if (upper instanceof IntersectionType several) {
            return several.getBounds();
        }
        return declared.getBounds().size() > 1 ? declared.getBounds() : List.of(upper);
    }

    private String name(TypeVariable variable) {
        return variable.asElement() instanceof TypeParameterElement parameter
                ? variables.name(parameter)
                : variable.asElement().getSimpleName().toString();
    }

    private TypeName declared(DeclaredType shape, @Nullable TypeMirror declared, List<AnnotationSpec> annotations) {
        TypeElement element = (TypeElement) shape.asElement();
        DeclaredType source =
                declared instanceof DeclaredType same && same.asElement().equals(element) ? same : null;
        List<TypeName> arguments = new ArrayList<>();
        for (int i = 0; i < shape.getTypeArguments().size(); i++) {
            TypeMirror from = source != null && i < source.getTypeArguments().size()
                    ? source.getTypeArguments().get(i)
                    : null;
            arguments.add(of(shape.getTypeArguments().get(i), from));
        }
        boolean inner = shape.getEnclosingType().getKind() == TypeKind.DECLARED
                && !element.getModifiers().contains(Modifier.STATIC);
        TypeName outer = inner ? of(shape.getEnclosingType(), source == null ? null : source.getEnclosingType()) : null;
        String simpleName = element.getSimpleName().toString();
        if (outer instanceof ParameterizedTypeName generic) {
            return annotated(generic.nestedClass(simpleName, arguments), annotations);
        }
        ClassName raw = outer instanceof ClassName plain ? plain.nestedClass(simpleName) : ClassName.get(element);
        return arguments.isEmpty()
                ? annotated(raw, annotations)
                : annotated(ParameterizedTypeName.get(raw, arguments.toArray(TypeName[]::new)), annotations);
    }

    private TypeName wildcard(WildcardType shape, @Nullable TypeMirror declared) {
        WildcardType source = declared instanceof WildcardType same ? same : null;
        if (shape.getSuperBound() != null) {
            return WildcardTypeName.supertypeOf(
                    of(shape.getSuperBound(), source == null ? null : source.getSuperBound()));
        }
        if (shape.getExtendsBound() != null) {
            return WildcardTypeName.subtypeOf(
                    of(shape.getExtendsBound(), source == null ? null : source.getExtendsBound()));
        }
        return WildcardTypeName.subtypeOf(Object.class);
    }

    private static TypeName annotated(TypeName type, List<AnnotationSpec> annotations) {
        return annotations.isEmpty() ? type : type.annotated(annotations);
    }

    private List<AnnotationSpec> annotations(TypeMirror shape, @Nullable TypeMirror declared) {
        List<AnnotationMirror> mirrors = new ArrayList<>(shape.getAnnotationMirrors());
        if (!mirrors.isEmpty()) {
            mirrors.removeAll(onDeclaration(shape));
            mirrors.removeAll(onDeclaration(declared));
        }
        if (declared != null && !declared.getAnnotationMirrors().isEmpty()) {
            List<AnnotationMirror> more = new ArrayList<>(declared.getAnnotationMirrors());
            more.removeAll(onDeclaration(declared));
            mirrors.addAll(more);
        }
        return specs(mirrors);
    }

    /** What stands where a type variable is declared: ecj hands it out, the very same, where the variable is used, too. */
    private static List<AnnotationMirror> onDeclaration(@Nullable TypeMirror type) {
        return type instanceof TypeVariable variable
                        && variable.asElement() instanceof TypeParameterElement parameter
                        && parameter.getGenericElement() instanceof Parameterizable declaring
                ? declaring.getTypeParameters().stream()
                        .filter(each -> each.getSimpleName().equals(parameter.getSimpleName()))
                        .<AnnotationMirror>flatMap(each -> each.getAnnotationMirrors().stream())
                        .toList()
                : List.of();
    }

    private List<AnnotationSpec> specs(List<? extends AnnotationMirror> mirrors) {
        Map<String, AnnotationSpec> specs = new LinkedHashMap<>();
        for (AnnotationMirror mirror : mirrors) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (Annotations.mentioned(mirror).allMatch(this::isAccessible)) {
                specs.putIfAbsent(type.getQualifiedName().toString(), Annotations.copy(mirror));
            }
        }
        return List.copyOf(specs.values());
    }

    /** An annotation that the wrapper cannot name, or not with its values, is left out. */
    private boolean isAccessible(TypeElement type) {
        boolean isPublic = true;
        Element at = type;
        for (; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
            isPublic &= at.getModifiers().contains(Modifier.PUBLIC);
        }
        return isPublic
                || (at instanceof PackageElement own && own.getQualifiedName().contentEquals(packageName));
    }
}
