package bad.far;

import dev.deft.annotation.*;

public class Base {
    @Retry
    protected void charge() {}

    @Retry
    public void open() {}
}
