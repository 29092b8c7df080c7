package bad;

import dev.deft.annotation.*;

class Deft110 {
    @Tasks(form = Form.SUBCLASS)
    //                ^ DEFT110
    static final class Final {
        @Retry
        void charge() {}
    }

    @Tasks(form = Form.SUBCLASS)
    //                ^ DEFT110
    abstract static class Abstract {
        @Retry
        void charge() {}
    }

    @Tasks(form = Form.SUBCLASS)
    //                ^ DEFT110
    sealed static class Sealed permits Below {
        @Retry
        void charge() {}
    }

    static final class Below extends Sealed {}

    @Tasks(form = Form.SUBCLASS)
    //                ^ DEFT110
    static class Closed {
        private Closed() {}

        @Retry
        void charge() {}
    }

    @Tasks(form = Form.SUBCLASS)
    //                ^ DEFT110
    class Inner {
        @Retry
        void charge() {}
    }

    @Tasks(form = Form.SUBCLASS)
    //                ^ DEFT110
    interface Whole {
        @Retry
        void charge();
    }

    @Tasks(form = Form.SUBCLASS)
    //                ^ DEFT110
    enum Kind {
        ONE;

        @Retry
        void charge() {}
    }

    @Tasks(form = Form.SUBCLASS, as = Runnable.class)
    //                                        ^ DEFT016
    static class Idle implements Runnable {
        @Override
        @Retry
        public void run() {}
    }
}
