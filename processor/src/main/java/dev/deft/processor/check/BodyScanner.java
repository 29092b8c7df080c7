package dev.deft.processor.check;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.deft.processor.report.Finding;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Suppressions;
import dev.deft.processor.report.TypeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Warns of calls that go past a wrapper, and of words that stand where no wrapper can be. */
final class BodyScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final WatchedMethods watched;
    private final Predicate<TypeElement> isWord;

    BodyScanner(Trees trees, WatchedMethods watched, Predicate<TypeElement> isWord) {
        this.trees = trees;
        this.watched = watched;
        this.isWord = isWord;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
        if (isLocal(getCurrentPath())) {
            warnOfWords(tree.getModifiers().getAnnotations());
        }
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
        TreePath around = getCurrentPath().getParentPath();
        if (isLocal(around)) {
            warnOfWords(tree.getModifiers().getAnnotations());
        }
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
        warnOfBypass(tree.getMethodSelect(), receiver(tree.getMethodSelect()));
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
        warnOfBypass(tree, tree.getQualifierExpression());
        return super.visitMemberReference(tree, null);
    }

    private static @Nullable ExpressionTree receiver(ExpressionTree select) {
        return select instanceof MemberSelectTree member ? member.getExpression() : null;
    }

    private void warnOfBypass(ExpressionTree place, @Nullable ExpressionTree receiver) {
        Element called = place instanceof MemberReferenceTree
                ? trees.getElement(getCurrentPath())
                : trees.getElement(new TreePath(getCurrentPath(), place));
        if (!(called instanceof ExecutableElement method) || !isOwn(method, receiver)) {
            return;
        }
        for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree && trees.getElement(at) instanceof TypeElement type) {
                Optional<String> words = watched.wordsOf(method, type);
                if (words.isPresent()) {
                    warn(Problem.WORDS_BYPASSED, place, TypeText.of(method), words.get());
                    return;
                }
            }
        }
    }

    /** Whether the call goes to the object itself, or to the class itself. */
    private static boolean isOwn(ExecutableElement method, @Nullable ExpressionTree receiver) {
        if (receiver == null || method.getModifiers().contains(Modifier.STATIC)) {
            return true;
        }
        String name = switch (receiver) {
            case IdentifierTree identifier -> identifier.getName().toString();
            case MemberSelectTree member -> member.getIdentifier().toString();
            default -> "";
        };
        return name.equals("this") || name.equals("super");
    }

    private boolean isLocal(TreePath path) {
        return trees.getElement(path) instanceof TypeElement type
                && (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS);
    }

    private void warnOfWords(List<? extends AnnotationTree> annotations) {
        for (AnnotationTree annotation : annotations) {
            TreePath path = new TreePath(new TreePath(getCurrentPath(), annotation), annotation.getAnnotationType());
            if (trees.getElement(path) instanceof TypeElement type && isWord.test(type)) {
                warn(Problem.LOCAL_CLASS, annotation, "@" + type.getSimpleName());
            }
        }
    }

    private void warn(Problem problem, Tree place, Object... arguments) {
        if (!isSilenced(problem)) {
            String message = Finding.message(problem, problem.text(arguments), problem.fix(arguments));
            trees.printMessage(
                    Diagnostic.Kind.WARNING, message, place, getCurrentPath().getCompilationUnit());
        }
    }

    private boolean isSilenced(Problem problem) {
        for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
            Element element = at.getLeaf() instanceof ExpressionTree ? null : trees.getElement(at);
            if (Suppressions.silence(problem.code(), element)) {
                return true;
            }
        }
        return false;
    }
}
