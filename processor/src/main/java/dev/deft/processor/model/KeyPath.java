package dev.deft.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A path over the parameters of a method, resolved: where a key or a weight comes from.
 *
 * @param parameter the parameter that it begins with
 * @param steps what is read from there, one after another
 * @param type the type of what it leads to
 * @param text the path as written
 * @param origin where it was written
 */
public record KeyPath(VariableElement parameter, List<Step> steps, TypeMirror type, String text, Origin origin) {
    /** What reads one value from another. */
    public sealed interface Step {
        /** A method without parameters. */
        record Call(ExecutableElement method) implements Step {}

        /** A field. */
        record Field(VariableElement field) implements Step {}

        /** The length of an array. */
        record Length() implements Step {}
    }

    /** The user's methods and fields that it reads. */
    public List<Element> members() {
        return steps.stream()
                .<Element>mapMulti((step, members) -> {
                    switch (step) {
                        case Step.Call call -> members.accept(call.method());
                        case Step.Field field -> members.accept(field.field());
                        case Step.Length length -> {}
                    }
                })
                .toList();
    }
}
