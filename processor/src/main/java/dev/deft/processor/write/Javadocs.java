package dev.deft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.deft.processor.plan.Overloads;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Pieces of Javadoc. */
final class Javadocs {
    /** So many parameters are worth their place, if the name alone says which method is meant. */
    private static final int FEW = 5;

    private Javadocs() {}

    /** {@code {@link PaymentService#charge(Order)}}. */
    static CodeBlock link(TypeElement type, ExecutableElement method, TypeNames types) {
        if (method.getParameters().size() > FEW
                && !Overloads.exist(type, method.getSimpleName().toString())) {
            return CodeBlock.of("{@link $T#$L}", TypeNames.raw(type.asType()), method.getSimpleName());
        }
        return link(type, method.getSimpleName(), method, types);
    }

    private static CodeBlock link(TypeElement type, Name name, ExecutableElement element, TypeNames types) {
        List<CodeBlock> parameters = new ArrayList<>();
        for (VariableElement parameter : element.getParameters()) {
            TypeName erased = types.erased(parameter.asType());
            parameters.add(CodeBlock.of("$T", erased));
        }
        return CodeBlock.of("{@link $T#$L($L)}", TypeNames.raw(type.asType()), name, CodeBlock.join(parameters, ", "));
    }

    /** {@code {@link PaymentService#PaymentService(Bank)}}. */
    static CodeBlock linkToConstructor(TypeElement type, ExecutableElement constructor, TypeNames types) {
        return link(type, type.getSimpleName(), constructor, types);
    }

    /** {@code {@link #chargeLimited}}. */
    static CodeBlock link(String method) {
        return CodeBlock.of("{@link #$L}", method);
    }

    /** A piece of Java as it was written, whatever is in it. */
    static CodeBlock code(String java) {
        if (isHarmless(java)) {
            return CodeBlock.of("{@code $L}", java);
        }
        StringBuilder html = new StringBuilder("<code>");
        java.codePoints().forEach(letter -> {
            if ("&<>@{}*/\\".indexOf(letter) >= 0) {
                html.append("&#").append(letter).append(';');
            } else {
                html.appendCodePoint(letter);
            }
        });
        return CodeBlock.of("$L", html.append("</code>").toString());
    }

    /** Whether a text can stand in {@code @code} without ending it, the comment, or the line. */
    private static boolean isHarmless(String java) {
        int depth = 0;
        for (int i = 0; i < java.length() && depth >= 0; i++) {
            depth += java.charAt(i) == '{' ? 1 : java.charAt(i) == '}' ? -1 : 0;
        }
        return depth == 0 && !java.contains("*/") && !java.contains("\\");
    }
}
