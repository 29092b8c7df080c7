package strong;

public class String {
    public String() {}
}
