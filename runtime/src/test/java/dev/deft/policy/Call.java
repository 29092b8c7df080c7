package dev.deft.policy;

import dev.deft.TaskBody;

/** What wrappers do around a body, word by word, as generated code does it. */
final class Call {
    private Call() {}

    static <T> T retried(RetryPolicy retry, TaskBody<T> body) throws Throwable {
        RetryRun run = null;
        for (; ; ) {
            try {
                return body.call();
            } catch (Throwable failure) {
                run = retry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure;
                }
            }
            run.backOff();
        }
    }

    static <T> T limited(LimitPolicy limit, TaskBody<T> body) throws Throwable {
        limit.acquire();
        try {
            return body.call();
        } finally {
            limit.release();
        }
    }

    static <T> T timed(TimeoutPolicy timeout, TaskBody<T> body) throws Throwable {
        TimeoutWatch watch = timeout.start();
        T result;
        try {
            result = body.call();
        } catch (Throwable failure) {
            watch.stop(failure);
            throw failure;
        }
        watch.stop();
        return result;
    }

    static <T> T bounded(DeadlinePolicy deadline, TaskBody<T> body) throws Throwable {
        DeadlineScope scope = deadline.open();
        T result;
        try {
            result = body.call();
        } catch (Throwable failure) {
            scope.close(failure);
            throw failure;
        }
        scope.close();
        return result;
    }
}
