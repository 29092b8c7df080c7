package names;

public class Object {
    public Object() {}
}
