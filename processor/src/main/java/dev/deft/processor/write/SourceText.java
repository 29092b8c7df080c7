package dev.deft.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last touch on what JavaPoet prints, so that it reads as if a formatter of today had been over it. */
final class SourceText {
    private static final Pattern JAVA_LANG = Pattern.compile("import java\\.lang\\.(\\w+);");
    private static final String PRIVATE = "    private ";
    private static final Pattern FIELD = Pattern.compile(PRIVATE + "(static )?final [^(]*?( = .*)?;?");

    private SourceText() {}

    /**
     * Prints a class.
     *
     * @param packageDeclares whether its package declares a type of that name
     */
    static JavaSource of(String packageName, TypeSpec written, Predicate<String> packageDeclares) {
        String printed =
                JavaFile.builder(packageName, written).indent("    ").build().toString();
        List<String> lines = List.of(printed.split("\n", -1));
        lines = withoutNeedlessImports(lines, packageDeclares);
        lines = CodeLines.wrapped(lines);
        lines = withFieldsTogether(lines);
        lines = JavadocLines.wrapped(lines);
        String qualifiedName = packageName.isEmpty() ? written.name() : packageName + "." + written.name();
        return new JavaSource(qualifiedName, String.join("\n", lines));
    }

    /** An import of {@code java.lang.Override} is worth its line where the package has an {@code Override} of its own. */
    private static List<String> withoutNeedlessImports(List<String> lines, Predicate<String> packageDeclares) {
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            boolean needless = line.startsWith("import ") && isNeedlessImport(line, packageDeclares);
            boolean secondBlank =
                    line.isEmpty() && !kept.isEmpty() && kept.getLast().isEmpty();
            if (!needless && !secondBlank) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean isNeedlessImport(String line, Predicate<String> packageDeclares) {
        Matcher javaLang = JAVA_LANG.matcher(line);
        return javaLang.matches() && !packageDeclares.test(javaLang.group(1));
    }

    /** JavaPoet puts a blank line between any two members; a list of fields reads better without. */
    private static List<String> withFieldsTogether(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean between = lines.get(i).isEmpty()
                    && i > 0
                    && i + 1 < lines.size()
                    && areAlike(firstOfField(lines, i - 1), lines.get(i + 1));
            if (!between) {
                kept.add(lines.get(i));
            }
        }
        return kept;
    }

    /** The first line of the declaration that a line may be the last of. */
    private static String firstOfField(List<String> lines, int last) {
        int first = last;
        while (first > 0 && lines.get(first).startsWith(CodeLines.CONTINUATION)) {
            first--;
        }
        return lines.get(first);
    }

    private static boolean areAlike(String field, String next) {
        if (!next.startsWith(PRIVATE)) {
            return false;
        }
        Matcher one = FIELD.matcher(field);
        Matcher other = FIELD.matcher(next);
        return one.matches() && other.matches() && (one.group(1) == null) == (other.group(1) == null);
    }
}
