package bad;

import dev.deft.annotation.*;
import other.Remote;

class Deft076 {
    static class Own {
        private String secret = "";
    }

    @Limit(value = 2, key = "own.secret")
    //                      ^ DEFT076
    void ofPrivate(Own own) {}

    @Limit(value = 2, key = "remote.inner")
    //                      ^ DEFT076
    void ofPackage(Remote remote) {}

    @Limit(value = 2, key = "remote.heir")
    //                      ^ DEFT076
    void ofFamily(Remote remote) {}

    @Limit(value = 2, key = "remote.hidden.name")
    //                      ^ DEFT076
    void ofHidden(Remote remote) {}
}
