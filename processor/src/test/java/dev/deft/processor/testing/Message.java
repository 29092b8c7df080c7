package dev.deft.processor.testing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * What a compiler said.
 *
 * @param kind error, warning or note
 * @param file the simple name of the file, empty when it speaks of none
 * @param line from 1
 * @param column from 1, where javac puts its caret
 * @param startColumn from 1, the first character it speaks of
 * @param endColumn from 1, the last character it speaks of, when it ends on the same line; else a large number
 * @param text all its lines
 */
public record Message(
        Diagnostic.Kind kind, String file, long line, long column, long startColumn, long endColumn, String text) {
    private static final Pattern CODE = Pattern.compile("\\[(DEFT\\d{3})]");

    /** The code of a message of Deft's. */
    public Optional<String> code() {
        Matcher matcher = CODE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    public boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    public boolean isWarning() {
        return kind == Diagnostic.Kind.WARNING || kind == Diagnostic.Kind.MANDATORY_WARNING;
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + kind + ": " + text;
    }
}
