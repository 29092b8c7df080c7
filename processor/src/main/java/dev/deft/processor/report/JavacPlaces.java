package dev.deft.processor.report;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.deft.processor.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Finds repeated annotations in javac's syntax trees. */
final class JavacPlaces implements TreePlaces {
    private final Trees trees;

    private JavacPlaces(Trees trees) {
        this.trees = trees;
    }

    static TreePlaces of(ProcessingEnvironment environment) {
        return new JavacPlaces(Trees.instance(environment));
    }

    @Override
    public boolean print(Diagnostic.Kind kind, String message, Origin origin) {
        AnnotationMirror mirror = origin.mirror();
        if (mirror == null || origin.element().getAnnotationMirrors().contains(mirror)) {
            return false;
        }
        TreePath path = trees.getPath(origin.element());
        Optional<AnnotationTree> annotation =
                path == null ? Optional.empty() : repeated(path, origin.element(), mirror);
        annotation.ifPresent(tree ->
                trees.printMessage(kind, message, valueIn(tree, mirror, origin.value()), path.getCompilationUnit()));
        return annotation.isPresent();
    }

    /** The nth of the repeated annotations is the nth of its type in the source. */
    private static Optional<AnnotationTree> repeated(TreePath path, Element element, AnnotationMirror mirror) {
        int position = element.getAnnotationMirrors().stream()
                .mapToInt(container -> Repeated.position(container, mirror))
                .max()
                .orElse(-1);
        String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
        return position < 0
                ? Optional.empty()
                : annotations(path.getLeaf()).stream()
                        .filter(tree -> simpleName(tree).equals(name))
                        .skip(position)
                        .map(AnnotationTree.class::cast)
                        .findFirst();
    }

    private static List<? extends AnnotationTree> annotations(Tree declaration) {
        ModifiersTree modifiers = switch (declaration) {
            case MethodTree method -> method.getModifiers();
            case ClassTree type -> type.getModifiers();
            default -> null;
        };
        return modifiers == null ? List.of() : modifiers.getAnnotations();
    }

    private static String simpleName(AnnotationTree tree) {
        String name = tree.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Tree valueIn(AnnotationTree annotation, AnnotationMirror mirror, @Nullable AnnotationValue value) {
        if (value == null) {
            return annotation;
        }
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            List<?> items = entry.getValue().getValue() instanceof List<?> list ? list : List.of();
            if (entry.getValue().equals(value) || items.contains(value)) {
                String attribute = entry.getKey().getSimpleName().toString();
                for (ExpressionTree argument : annotation.getArguments()) {
                    if (argument instanceof AssignmentTree assignment
                            && assignment.getVariable().toString().equals(attribute)) {
                        return item(assignment.getExpression(), items.indexOf(value));
                    }
                    if (!(argument instanceof AssignmentTree)) {
                        return item(argument, items.indexOf(value));
                    }
                }
            }
        }
        return annotation;
    }

    private static Tree item(ExpressionTree expression, int index) {
        return index >= 0
                        && expression instanceof NewArrayTree array
                        && index < array.getInitializers().size()
                ? array.getInitializers().get(index)
                : expression;
    }
}
