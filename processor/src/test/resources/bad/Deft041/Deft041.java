package bad;

import bad.far.Base;
import dev.deft.annotation.*;

@Tasks
// column 1: DEFT041
class Deft041 extends Base {}
