package dev.deft.processor.discover;

import dev.deft.processor.model.Argument;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Java's choice between overloads, as far as it could differ from ours. */
final class Overloads {
    private final Lang lang;
    private final Binder binder;

    Overloads(Lang lang, Binder binder) {
        this.lang = lang;
        this.binder = binder;
    }

    /** Whether Java could prefer {@code other}, or not know which to take, for the arguments of {@code fit}. */
    boolean mistakes(Binder.Fit fit, ExecutableElement other, ExecutableType type) {
        List<? extends TypeMirror> chosen = fit.type().getParameterTypes();
        List<? extends TypeMirror> rival = type.getParameterTypes();
        if (rival.size() != chosen.size() || (other.isVarArgs() && !fit.method().isVarArgs())) {
            return false;
        }
        Inference inference = new Inference(lang, type);
        for (int i = 0; i < rival.size(); i++) {
            inference.learn(rival.get(i), argument(fit, i));
        }
        boolean narrower = true;
        for (int i = 0; i < rival.size(); i++) {
            TypeMirror argument = argument(fit, i);
            if (!lang.fits(argument, inference.apply(rival.get(i)))) {
                return false;
            }
            narrower &= lang.fits(lang.types.erasure(chosen.get(i)), lang.types.erasure(rival.get(i)))
                    && (isDirect(argument, chosen.get(i)) || !isDirect(argument, rival.get(i)));
        }
        return !narrower;
    }

    private TypeMirror argument(Binder.Fit fit, int index) {
        Argument argument = fit.arguments().get(index);
        return binder.typeOf(argument);
    }

    /** Without boxing: that is what Java tries first. */
    private static boolean isDirect(TypeMirror argument, TypeMirror parameter) {
        return argument.getKind().isPrimitive() == parameter.getKind().isPrimitive();
    }
}
