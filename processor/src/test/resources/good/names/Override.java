package names;

public class Override {
    public Override() {}
}
