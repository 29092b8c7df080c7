package other;

public class Remote {
    String inner() {
        return "";
    }

    protected String heir() {
        return "";
    }

    public Hidden hidden() {
        return new Hidden();
    }
}

class Hidden {
    public String name() {
        return "";
    }
}
