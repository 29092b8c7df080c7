package names;

public class Deft {
    public Deft() {}
}
