package names;

public class String {
    public String() {}
}
