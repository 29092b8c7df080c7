package dev.deft.processor.report;

import dev.deft.processor.model.Origin;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Points at a method of a record where the compiler cannot point at the record itself: ecj would not name the file. */
final class PlacesOfRecords implements TreePlaces {
    private final Messager messager;

    PlacesOfRecords(Messager messager) {
        this.messager = messager;
    }

    /** The last method is in the source, if any is: ecj lists first those that it adds. */
    @Override
    public boolean print(Diagnostic.Kind kind, String message, Origin origin) {
        Element element = origin.element();
        List<ExecutableElement> methods = element.getKind() == ElementKind.RECORD
                ? ElementFilter.methodsIn(element.getEnclosedElements())
                : List.of();
        if (methods.isEmpty()) {
            return false;
        }
        messager.printMessage(kind, message, methods.getLast());
        return true;
    }
}
