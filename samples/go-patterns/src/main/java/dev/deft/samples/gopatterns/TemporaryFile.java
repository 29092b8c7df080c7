package dev.deft.samples.gopatterns;

import dev.deft.Defer;
import dev.deft.annotation.Deferred;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file that is removed on every path. */
public class TemporaryFile implements Pattern {
    private final Stage stage;
    private Path last = Path.of("");

    TemporaryFile(Stage stage) {
        this.stage = stage;
    }

    /** Takes no time. */
    public static void main(String[] arguments) {
        Stage.show(TemporaryFile::new);
    }

    @Override
    public void show() throws IOException {
        TemporaryFileTasks files = new TemporaryFileTasks(this, stage.deft());
        stage.say("%d bytes were written", files.write("hello"));
        stage.say("the file is %s", Files.exists(last) ? "there" : "gone");
        try {
            files.write("");
        } catch (IOException failure) {
            stage.say("thrown: %s", failure.getMessage());
        }
        stage.say("the file is %s", Files.exists(last) ? "there" : "gone");
    }

    // tag::defer[]
    @Deferred
    long write(String text, Defer defer) throws IOException {
        Path file = Files.createTempFile("pattern", ".txt");
        defer.call(Files::delete, file);
        last = file;
        Files.writeString(file, text);
        if (text.isEmpty()) {
            throw new IOException("nothing to write");
        }
        return Files.size(file);
    }
    // end::defer[]
}
