package dev.deft.processor.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Hands files to the compiler. */
public final class Output {
    private final Filer filer;

    public Output(Filer filer) {
        this.filer = filer;
    }

    /** Adds a source that was made from one type and from nothing else. */
    public void write(JavaSource source, TypeElement origin) {
        try (Writer writer =
                filer.createSourceFile(source.qualifiedName(), origin).openWriter()) {
            writer.write(source.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a plan that was made from one type and from nothing else. */
    public void write(PlanFile plan, TypeElement origin) {
        try (OutputStream stream = filer.createResource(StandardLocation.CLASS_OUTPUT, "", plan.path(), origin)
                .openOutputStream()) {
            stream.write(plan.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
