package dev.deft.processor.check;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.Reporter;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/** Looks at each class when javac has attributed it, so that every name in it is resolved. */
final class JavacTreeChecks implements TreeChecks, TaskListener {
    private final Trees trees;
    private final Types types;
    private final Predicate<TypeElement> isWord;
    private final Reporter reporter;
    private final WatchedMethods watched;

    private JavacTreeChecks(ProcessingEnvironment environment, Predicate<TypeElement> isWord, Reporter reporter) {
        this.trees = Trees.instance(environment);
        this.types = environment.getTypeUtils();
        this.isWord = isWord;
        this.reporter = reporter;
        this.watched = new WatchedMethods(types);
    }

    static TreeChecks of(ProcessingEnvironment environment, Predicate<TypeElement> isWord, Reporter reporter) {
        JavacTreeChecks checks = new JavacTreeChecks(environment, isWord, reporter);
        JavacTask.instance(environment).addTaskListener(checks);
        return checks;
    }

    @Override
    public void watch(TaskType type) {
        watched.add(type);
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() != TaskEvent.Kind.ANALYZE || type == null) {
            return;
        }
        try {
            TreePath path = trees.getPath(type);
            if (path != null) {
                new BodyScanner(trees, watched, isWord).scan(path, null);
            }
        } catch (RuntimeException | LinkageError failure) {
            reporter.reportInternal(null, failure, "it happened while looking at the bodies of " + type + ".");
        }
    }
}
