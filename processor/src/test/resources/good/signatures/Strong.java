package strong;

public class Strong {
    public Strong() {}
}
