package dev.deft.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a channel does at once; what it waits for is in {@link ChannelWaitTest}. */
@Timeout(60)
class ChannelTest {
    @Test
    void triesOfABufferedChannelDependOnItsBuffer() {
        Channel<String> channel = Channel.buffered(2);

        assertThat(channel.tryReceive()).isEmpty();
        assertThat(channel.trySend("a")).isTrue();
        assertThat(channel.trySend("b")).isTrue();
        assertThat(channel.trySend("c")).isFalse();
        assertThat(channel.tryReceive()).contains("a");
        assertThat(channel.trySend("d")).isTrue();
        assertThat(channel.tryReceive()).contains("b");
        assertThat(channel.tryReceive()).contains("d");
        assertThat(channel.tryReceive()).isEmpty();
    }

    @Test
    void triesOfARendezvousNeedSomebodyWhoWaits() {
        Channel<String> channel = Channel.rendezvous();

        assertThat(channel.trySend("a")).isFalse();
        assertThat(channel.tryReceive()).isEmpty();
    }

    @Test
    void triesAfterTheEndFail() {
        Channel<String> channel = Channel.buffered(1);
        channel.send("a");
        channel.close();

        assertThatThrownBy(() -> channel.trySend("b"))
                .isInstanceOf(ChannelClosedException.class)
                .hasMessage("send on closed channel");
        assertThat(channel.tryReceive()).contains("a");
        assertThatThrownBy(channel::tryReceive)
                .isInstanceOf(ChannelClosedException.class)
                .hasMessage("receive from closed channel");
    }

    @Test
    void theBufferGoesRoundAndRound() {
        Channel<Integer> channel = Channel.buffered(3);
        int sent = 0;
        int received = 0;
        for (int turn = 0; turn < 100; turn++) {
            for (int i = 0; i < 1 + turn % 3; i++) {
                channel.send(sent++);
            }
            while (channel.size() > 0) {
                assertThat(channel.receive()).isEqualTo(received++);
            }
        }
        assertThat(received).isEqualTo(sent);
    }

    @Test
    void aBufferOfNoneIsARendezvous() {
        assertThat(Channel.buffered(0).capacity()).isZero();
        assertThat(Channel.buffered(0).trySend("a")).isFalse();
        assertThatThrownBy(() -> Channel.buffered(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void iteratesToTheEnd() {
        Channel<Integer> channel = Channel.buffered(3);
        channel.send(1);
        channel.send(2);
        channel.close();

        List<Integer> received = new ArrayList<>();
        channel.forEach(received::add);

        assertThat(received).containsExactly(1, 2);
        assertThat(channel.iterator().hasNext()).isFalse();
        assertThatThrownBy(channel.iterator()::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void anIteratorLosesNothingHoweverItIsAsked() {
        Channel<Integer> channel = Channel.buffered(3);
        channel.send(1);
        channel.send(2);
        channel.send(3);
        channel.close();
        Iterator<Integer> items = channel.iterator();

        assertThat(items.hasNext()).isTrue();
        assertThat(items.hasNext()).isTrue();
        assertThat(items.next()).isEqualTo(1);
        assertThat(items.next()).isEqualTo(2);
        assertThat(items.hasNext()).isTrue();
        assertThat(items.next()).isEqualTo(3);
        assertThat(items.hasNext()).isFalse();
        assertThatThrownBy(items::remove).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void iteratorsShareTheItems() {
        Channel<Integer> channel = Channel.buffered(3);
        channel.send(1);
        channel.send(2);

        assertThat(channel.iterator().next()).isEqualTo(1);
        assertThat(channel.iterator().next()).isEqualTo(2);
    }

    @Test
    void saysHowFullItIs() {
        Channel<Integer> channel = Channel.buffered(3);
        channel.send(1);

        assertThat(channel).hasToString("Channel[1 of 3]");
        channel.close();
        assertThat(channel).hasToString("Channel[1 of 3, closed]");
        assertThat(Channel.rendezvous()).hasToString("Channel[rendezvous]");
    }
}
