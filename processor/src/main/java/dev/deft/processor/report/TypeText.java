package dev.deft.processor.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Types and methods as a person speaks of them, in simple names. */
public final class TypeText {
    private TypeText() {}

    /** {@code Map<String, ? extends Order>}. */
    public static String of(TypeMirror type) {
        return type.accept(
                new SimpleTypeVisitor14<String, @Nullable Void>() {
                    @Override
                    public String visitDeclared(DeclaredType declared, @Nullable Void none) {
                        return declared.asElement().getSimpleName() + arguments(declared.getTypeArguments());
                    }

                    @Override
                    public String visitError(ErrorType error, @Nullable Void none) {
                        return error.toString();
                    }

                    @Override
                    public String visitArray(ArrayType array, @Nullable Void none) {
                        return of(array.getComponentType()) + "[]";
                    }

                    @Override
                    public String visitTypeVariable(TypeVariable variable, @Nullable Void none) {
                        return variable.asElement().getSimpleName().toString();
                    }

                    @Override
                    public String visitWildcard(WildcardType wildcard, @Nullable Void none) {
                        if (wildcard.getExtendsBound() != null) {
                            return "? extends " + of(wildcard.getExtendsBound());
                        }
                        return wildcard.getSuperBound() != null ? "? super " + of(wildcard.getSuperBound()) : "?";
                    }

                    @Override
                    public String visitIntersection(IntersectionType both, @Nullable Void none) {
                        return both.getBounds().stream().map(TypeText::of).collect(Collectors.joining(" & "));
                    }

                    @Override
                    protected String defaultAction(TypeMirror other, @Nullable Void none) {
                        return other.getKind().isPrimitive()
                                ? other.getKind().name().toLowerCase(Locale.ROOT)
                                : other.toString();
                    }

                    @Override
                    public String visitNoType(NoType nothing, @Nullable Void none) {
                        return "void";
                    }
                },
                null);
    }

    /** {@code charge(Order, int)}. */
    public static String of(ExecutableElement method) {
        return method.getSimpleName() + parameters(((ExecutableType) method.asType()).getParameterTypes());
    }

    private static String parameters(List<? extends TypeMirror> types) {
        return types.stream().map(TypeText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String arguments(List<? extends TypeMirror> types) {
        return types.isEmpty() ? "" : types.stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
    }
}
