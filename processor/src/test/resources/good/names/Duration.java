package names;

public class Duration {
    public Duration() {}
}
