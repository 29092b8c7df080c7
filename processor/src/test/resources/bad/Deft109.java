package bad;

import dev.deft.annotation.*;

class Deft109<T> {
    @Retry
    public <R extends T> R first(R item) {
        return item;
    }

    @Tasks
    // column 5: DEFT109
    static class OfArrays extends Deft109<int[]> {}
}
