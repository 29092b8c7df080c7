package names;

public class Throwable {
    public Throwable() {}
}
