package dev.deft.processor.fuzz;

import java.util.List;
import java.util.Random;

/** What a class has that its wrapper extends: constructors to repeat, and members that the wrapper inherits. */
final class RandomSubclassing {
    /** What asks for it. */
    static final String WORD = "@dev.deft.annotation.Tasks(form = dev.deft.annotation.Form.SUBCLASS)\n";

    private static final String PLAIN_CONSTRUCTOR = "    protected NAME() {}\n";
    private static final List<String> CONSTRUCTORS = List.of(
            "    public NAME(int deft) throws java.io.IOException {}\n",
            "    NAME(java.lang.String... target) {}\n",
            "    public <X extends java.lang.Exception> NAME(X failure, java.util.List<? super X> to) throws X {}\n",
            "    @java.lang.Deprecated public NAME(long width) {}\n",
            "    @java.lang.SafeVarargs public <X> NAME(char c, java.util.List<X>... all) {}\n",
            "    @java.lang.SuppressWarnings(\"rawtypes\") public NAME(java.util.List raw) {}\n",
            "    protected NAME(java.lang.@org.jspecify.annotations.Nullable Object deft, int[][] deft_) {}\n",
            "    private NAME(char private_) {}\n");
    private static final List<String> MEMBERS = List.of(
            "    protected int deft;\n",
            "    public static final java.lang.String CHARGE = \"\";\n",
            "    protected final int chargeRetry = 1;\n",
            "    private int chargeLimit;\n",
            "    protected void chargeObserved() {}\n",
            "    private void chargeLimited() {}\n",
            "    static void runRetried() {}\n",
            "    public final void ofObserved() {}\n");
    private static final List<String> MEMBER_TYPES = List.of(
            "Deft",
            "String",
            "Task",
            "Throwable",
            "Override",
            "Objects",
            "Duration",
            "Call",
            "RetryPolicy",
            "TaskName",
            "List");

    private final Random random;
    private final String name;
    private final String outer;
    private final boolean mistakes;

    /**
     * For a class of this name.
     *
     * @param outer the class around it, or its own name
     */
    RandomSubclassing(Random random, String name, String outer, boolean mistakes) {
        this.random = random;
        this.name = name;
        this.outer = outer;
        this.mistakes = mistakes;
    }

    /** Constructors, fields, methods without words, and member types. */
    String members() {
        StringBuilder members = new StringBuilder();
        for (String constructor : CONSTRUCTORS) {
            if (random.nextInt(3) == 0) {
                members.append(constructor.replace("NAME", name));
            }
        }
        if (!mistakes || random.nextBoolean()) {
            members.append(PLAIN_CONSTRUCTOR.replace("NAME", name));
        }
        for (String member : MEMBERS) {
            members.append(random.nextInt(4) == 0 ? member : "");
        }
        for (String type : MEMBER_TYPES) {
            if (random.nextInt(6) == 0 && !type.equals(outer)) {
                members.append("    static class ").append(type).append(" {}\n");
            }
        }
        return members.toString();
    }
}
