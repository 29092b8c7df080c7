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

    /** What uses the wrappers has no errors of its own. */
    static void use(
            Deft110_FinalTasks last,
            Deft110_AbstractTasks incomplete,
            Deft110_SealedTasks sealed,
            Deft110_ClosedTasks closed,
            Deft110_InnerTasks inner,
            Deft110_WholeTasks whole,
            Deft110_KindTasks kind) {
        last.charge();
        incomplete.charge();
        sealed.charge();
        closed.charge();
        inner.charge();
        whole.charge();
        kind.charge();
    }
}
