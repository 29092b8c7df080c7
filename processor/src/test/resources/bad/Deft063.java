package bad;

import dev.deft.annotation.*;

@Retry
// column 1: DEFT063
class Deft063 {
    void notPublic() {}

    @Override
    public String toString() {
        return "of every object";
    }
}

@Tasks
// column 1: DEFT063
class Deft063Empty {
    void run() {}
}
