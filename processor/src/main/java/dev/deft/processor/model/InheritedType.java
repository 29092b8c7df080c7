package dev.deft.processor.model;

import java.lang.annotation.Annotation;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.TypeVisitor;

/**
 * The type of a method that is inherited from several types at once and throws less than any of them says. It is for
 * reading; a compiler's {@code Types} knows none that it has not made itself.
 *
 * @param declared the type in all else
 * @param getThrownTypes what it throws
 */
public record InheritedType(ExecutableType declared, List<TypeMirror> getThrownTypes) implements ExecutableType {
    @Override
    public List<? extends TypeVariable> getTypeVariables() {
        return declared.getTypeVariables();
    }

    @Override
    public TypeMirror getReturnType() {
        return declared.getReturnType();
    }

    @Override
    public List<? extends TypeMirror> getParameterTypes() {
        return declared.getParameterTypes();
    }

    @Override
    public TypeMirror getReceiverType() {
        return declared.getReceiverType();
    }

    @Override
    public TypeKind getKind() {
        return TypeKind.EXECUTABLE;
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
        return visitor.visitExecutable(this, parameter);
    }

    @Override
    public List<? extends AnnotationMirror> getAnnotationMirrors() {
        return declared.getAnnotationMirrors();
    }

    @Override
    public <A extends Annotation> A getAnnotation(Class<A> type) {
        return declared.getAnnotation(type);
    }

    @Override
    public <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
        return declared.getAnnotationsByType(type);
    }

    @Override
    public String toString() {
        return declared.toString();
    }
}
