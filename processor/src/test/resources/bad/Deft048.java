package bad;

import dev.deft.annotation.*;

@Tasks(as = Comparable.class)
//                    ^ DEFT048
class Deft048 implements Runnable {
    @Override
    @Retry
    public void run() {}
}
