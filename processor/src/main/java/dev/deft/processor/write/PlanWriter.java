package dev.deft.processor.write;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.model.WordKind;
import dev.deft.processor.model.WorstCase;
import dev.deft.processor.plan.MethodPlan;
import dev.deft.processor.plan.WrapperPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what each method of a wrapper does, for other programs: {@code docs/reference/plan.md} tells what is in it. */
public final class PlanWriter {
    /** Greater when a reader of the last one could misread it; new members alone do not change it. */
    private static final int SCHEMA = 1;

    private PlanWriter() {}

    /** The plan of one wrapper. */
    public static PlanFile write(WrapperPlan plan) {
        TaskType type = plan.type();
        String binaryName = BinaryNames.of(type.element());
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("schema", SCHEMA);
        file.put("class", binaryName);
        file.put(
                "wrapper",
                type.packageName().isEmpty() ? type.wrapperName() : type.packageName() + "." + type.wrapperName());
        file.put("pinned", type.pinned());
        file.put(
                "methods",
                plan.methods().stream()
                        .filter(method -> !method.method().words().isEmpty())
                        .map(method -> method(type, method))
                        .toList());
        return new PlanFile("META-INF/deft/" + binaryName + ".json", Json.file(file));
    }

    private static Map<String, Object> method(TaskType type, MethodPlan plan) {
        TaskMethod method = plan.method();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(
                "task",
                type.qualifiedName() + "." + method.name() + "(" + String.join(", ", plan.taskParameters()) + ")");
        object.put("words", method.nested().stream().map(PlanWriter::word).toList());
        object.put("worstCase", WorstCase.of(method).map(PlanWriter::worstCase));
        return object;
    }

    private static Map<String, Object> word(Word word) {
        Map<String, Object> object = new LinkedHashMap<>();
        String annotation = WordKind.of(word).annotation();
        object.put("word", Character.toLowerCase(annotation.charAt(0)) + annotation.substring(1));
        object.put("written", word.text());
        object.put("values", WordValues.of(word));
        return object;
    }

    private static Map<String, Object> worstCase(WorstCase worst) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("time", worst.time().toString());
        object.put("text", worst.text());
        return object;
    }
}
