package subclasses;

import dev.deft.annotation.*;

/** Made without anything. */
@Tasks(form = Form.SUBCLASS, name = "RetriedPlain")
class Plain extends Above {
    @Override
    @Retry
    public String toString() {
        return "plain";
    }
}
