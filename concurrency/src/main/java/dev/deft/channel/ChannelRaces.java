package dev.deft.channel;

import static dev.deft.channel.Select.ended;
import static dev.deft.channel.Select.receive;
import static dev.deft.channel.Select.send;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.deft.TaskContext;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** An item is sent if, and only if, it is received, however those who send, receive, select, close and give up race. */
final class ChannelRaces {
    private ChannelRaces() {}

    /** One that sends to one that gives up waiting for it. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "they met")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "they missed each other")
    @Outcome(expect = FORBIDDEN, desc = "an item was lost, or came from nowhere")
    @State
    public static class HandOverOrGiveUp {
        private final Channel<Integer> channel = Channel.rendezvous();

        /** The sender. */
        @Actor
        public void sender(II_Result result) {
            result.r1 = channel.trySend(1) ? 1 : 0;
        }

        /** The receiver. */
        @Actor
        public void receiver(II_Result result) {
            result.r2 = Impatient.receive(channel);
        }
    }

    /** One that gives up waiting for room, which another makes. */
    @JCStressTest
    @Outcome(id = "2, 1, 2", expect = ACCEPTABLE, desc = "it was sent into the room that was made")
    @Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "the room came too late")
    @Outcome(expect = FORBIDDEN, desc = "an item was lost, or came from nowhere")
    @State
    public static class MoveUpOrGiveUp {
        private final Channel<Integer> channel = Channel.buffered(1);

        /** The channel is full at first. */
        public MoveUpOrGiveUp() {
            channel.send(1);
        }

        /** The sender. */
        @Actor
        public void sender(III_Result result) {
            result.r1 = Impatient.send(channel, 2);
        }

        /** The receiver. */
        @Actor
        public void receiver(III_Result result) {
            result.r2 = channel.receive();
        }

        /** What is left. */
        @Arbiter
        public void left(III_Result result) {
            result.r3 = channel.tryReceive().orElse(0);
        }
    }

    /** One that sends, and one that closes. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "sent before the end")
    @Outcome(id = "-1, 0", expect = ACCEPTABLE, desc = "refused after the end")
    @Outcome(expect = FORBIDDEN, desc = "an item was lost, or came from nowhere")
    @State
    public static class SendOrClose {
        private final Channel<Integer> channel = Channel.buffered(1);

        /** The sender. */
        @Actor
        public void sender(II_Result result) {
            result.r1 = Impatient.send(channel, 1);
        }

        /** The one that closes. */
        @Actor
        public void closer() {
            channel.close();
        }

        /** What is left. */
        @Arbiter
        public void left(II_Result result) {
            result.r2 = channel.receiveUnlessClosed().orElse(0);
        }
    }

    /** Two that send to one that selects between them, and gives up. */
    @JCStressTest
    @Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "it took the first")
    @Outcome(id = "2, 0, 1", expect = ACCEPTABLE, desc = "it took the second")
    @Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "it took none")
    @Outcome(expect = FORBIDDEN, desc = "two were served by one select, or an item was lost")
    @State
    public static class SelectsOne {
        private final Channel<Integer> one = Channel.rendezvous();
        private final Channel<Integer> other = Channel.rendezvous();

        /** The one that selects. */
        @Actor
        public void selecting(III_Result result) {
            result.r1 = Impatient.select(receive(one, item -> item), receive(other, item -> item));
        }

        /** The first sender. */
        @Actor
        public void first(III_Result result) {
            result.r2 = one.trySend(1) ? 1 : 0;
        }

        /** The second sender. */
        @Actor
        public void second(III_Result result) {
            result.r3 = other.trySend(2) ? 1 : 0;
        }
    }

    /** Two that select, each between sending to the other and receiving from it, by two channels. */
    @JCStressTest
    @Outcome(id = "10, 1", expect = ACCEPTABLE, desc = "they met in the one channel")
    @Outcome(id = "2, 20", expect = ACCEPTABLE, desc = "they met in the other")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "they missed each other")
    @Outcome(expect = FORBIDDEN, desc = "one of them met nobody")
    @State
    public static class SelectsMeet {
        private final Channel<Integer> one = Channel.rendezvous();
        private final Channel<Integer> other = Channel.rendezvous();

        /** Sends to the one, or receives from the other. */
        @Actor
        public void first(II_Result result) {
            result.r1 = Impatient.select(send(one, 1, () -> 10), receive(other, item -> item));
        }

        /** The other way round. */
        @Actor
        public void second(II_Result result) {
            result.r2 = Impatient.select(send(other, 2, () -> 20), receive(one, item -> item));
        }
    }

    /** One that sends, and a context that ends, to one that selects between them. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "it took the item")
    @Outcome(id = "-1, 0", expect = ACCEPTABLE, desc = "it took the end")
    @Outcome(expect = FORBIDDEN, desc = "an item was lost, or came from nowhere")
    @State
    public static class SelectsItemOrEnd {
        private final Channel<Integer> channel = Channel.rendezvous();
        private final TaskContext.Cancellable context = TaskContext.current().withCancel();

        /** The one that selects, and waits. */
        @Actor
        public void selecting(II_Result result) {
            result.r1 = Select.select(receive(channel, item -> item), ended(context, () -> -1));
        }

        /** The sender. */
        @Actor
        public void sender(II_Result result) {
            result.r2 = channel.trySend(1) ? 1 : 0;
        }

        /** The one that cancels. */
        @Actor
        public void canceller() {
            context.cancel();
        }
    }
}
