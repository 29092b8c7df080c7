package wide;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.FailureFilter;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Wide} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Wide}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class WideTasks {
    private static final TaskName SEVERAL_LINES = TaskName.of("wide.Wide", "severalLines", "Map", "Map");
    private static final TaskName MOST = TaskName.of("wide.Wide", "most", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int", "int", "int");

    private final Wide target;
    private final Deft deft;
    private final RetryPolicy severalLinesRetry;
    private final RetryPolicy mostRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    WideTasks(Wide target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.severalLinesRetry = deft.policies().retry(SEVERAL_LINES, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.mostRetry = deft.policies().retry(MOST, RetrySettings.attempts(7)
                .delay(Duration.ofMillis(50))
                .exponential(2.0)
                .maxDelay(Duration.ofSeconds(20))
                .on(FailureFilter.on(IOException.class, TimeoutException.class, RuntimeException.class)
                        .except(IllegalArgumentException.class)));
        deft.policies().checkSettings("wide.Wide");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static WideTasks of(Wide target) {
        return new WideTasks(target, Deft.global());
    }

    /**
     * Calls {@link Wide#severalLines(Map, Map)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    Map<String, List<Integer>> severalLines(Map<String, List<Integer>> first, Map<String, List<Integer>> second)
            throws IOException, TimeoutException, InterruptedException {
        return Deft.hasListeners(deft) ? severalLinesObserved(first, second) : severalLinesRetried(first, second);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Map<String, List<Integer>> severalLinesObserved(
            Map<String, List<Integer>> first, Map<String, List<Integer>> second)
            throws IOException, TimeoutException, InterruptedException {
        Call call = deft.begin(SEVERAL_LINES);
        Map<String, List<Integer>> result;
        try {
            result = severalLinesRetried(first, second);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link Wide#severalLines(Map, Map)}. */
    private Map<String, List<Integer>> severalLinesRetried(
            Map<String, List<Integer>> first, Map<String, List<Integer>> second)
            throws IOException, TimeoutException, InterruptedException {
        RetryPolicy.called(severalLinesRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.severalLines(first, second);
            } catch (Throwable failure) {
                run = severalLinesRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // declared or unchecked: nothing is wrapped
                }
            }
            run.backOffInterruptibly();
        }
    }

    /**
     * Starts {@link Wide#most} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async},
     * {@code @Retry(attempts = 7, delay = "50ms", maxDelay = "20s",
     * on = {IOException.class, TimeoutException.class, RuntimeException.class},
     * except = IllegalArgumentException.class)} (waits 50 ms, 100 ms, 200 ms, 400 ms, 800 ms and so on, at most 20 s),
     * the call.
     */
    Task<Integer> most(
            int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9, int p10, int p11, int p12, int p13,
            int p14, int p15, int p16, int p17, int p18, int p19, int p20, int p21, int p22, int p23, int p24, int p25,
            int p26, int p27, int p28, int p29, int p30, int p31, int p32, int p33, int p34, int p35, int p36, int p37,
            int p38, int p39, int p40, int p41, int p42, int p43, int p44, int p45, int p46, int p47, int p48, int p49,
            int p50, int p51, int p52, int p53, int p54, int p55, int p56, int p57, int p58, int p59, int p60, int p61,
            int p62, int p63, int p64, int p65, int p66, int p67, int p68, int p69, int p70, int p71, int p72, int p73,
            int p74, int p75, int p76, int p77, int p78, int p79, int p80, int p81, int p82, int p83, int p84, int p85,
            int p86, int p87, int p88, int p89, int p90, int p91, int p92, int p93, int p94, int p95, int p96, int p97,
            int p98, int p99, int p100, int p101, int p102, int p103, int p104, int p105, int p106, int p107, int p108,
            int p109, int p110, int p111, int p112, int p113, int p114, int p115, int p116, int p117, int p118,
            int p119, int p120, int p121, int p122, int p123, int p124, int p125, int p126, int p127, int p128,
            int p129, int p130, int p131, int p132, int p133, int p134, int p135, int p136, int p137, int p138,
            int p139, int p140, int p141, int p142, int p143, int p144, int p145, int p146, int p147, int p148,
            int p149, int p150, int p151, int p152, int p153, int p154, int p155, int p156, int p157, int p158,
            int p159, int p160, int p161, int p162, int p163, int p164, int p165, int p166, int p167, int p168,
            int p169, int p170, int p171, int p172, int p173, int p174, int p175, int p176, int p177, int p178,
            int p179, int p180, int p181, int p182, int p183, int p184, int p185, int p186, int p187, int p188,
            int p189, int p190, int p191, int p192, int p193, int p194, int p195, int p196, int p197, int p198,
            int p199, int p200, int p201, int p202, int p203, int p204, int p205, int p206, int p207, int p208,
            int p209, int p210, int p211, int p212, int p213, int p214, int p215, int p216, int p217, int p218,
            int p219, int p220, int p221, int p222, int p223, int p224, int p225, int p226, int p227, int p228,
            int p229, int p230, int p231, int p232, int p233, int p234, int p235, int p236, int p237, int p238,
            int p239, int p240, int p241, int p242, int p243, int p244, int p245, int p246, int p247, int p248,
            int p249, int p250) {
        return deft.start(MOST,
                () -> mostRetried(p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19,
                        p20, p21, p22, p23, p24, p25, p26, p27, p28, p29, p30, p31, p32, p33, p34, p35, p36, p37, p38,
                        p39, p40, p41, p42, p43, p44, p45, p46, p47, p48, p49, p50, p51, p52, p53, p54, p55, p56, p57,
                        p58, p59, p60, p61, p62, p63, p64, p65, p66, p67, p68, p69, p70, p71, p72, p73, p74, p75, p76,
                        p77, p78, p79, p80, p81, p82, p83, p84, p85, p86, p87, p88, p89, p90, p91, p92, p93, p94, p95,
                        p96, p97, p98, p99, p100, p101, p102, p103, p104, p105, p106, p107, p108, p109, p110, p111,
                        p112, p113, p114, p115, p116, p117, p118, p119, p120, p121, p122, p123, p124, p125, p126, p127,
                        p128, p129, p130, p131, p132, p133, p134, p135, p136, p137, p138, p139, p140, p141, p142, p143,
                        p144, p145, p146, p147, p148, p149, p150, p151, p152, p153, p154, p155, p156, p157, p158, p159,
                        p160, p161, p162, p163, p164, p165, p166, p167, p168, p169, p170, p171, p172, p173, p174, p175,
                        p176, p177, p178, p179, p180, p181, p182, p183, p184, p185, p186, p187, p188, p189, p190, p191,
                        p192, p193, p194, p195, p196, p197, p198, p199, p200, p201, p202, p203, p204, p205, p206, p207,
                        p208, p209, p210, p211, p212, p213, p214, p215, p216, p217, p218, p219, p220, p221, p222, p223,
                        p224, p225, p226, p227, p228, p229, p230, p231, p232, p233, p234, p235, p236, p237, p238, p239,
                        p240, p241, p242, p243, p244, p245, p246, p247, p248, p249, p250));
    }

    /**
     * {@code @Retry(attempts = 7, delay = "50ms", maxDelay = "20s",
     * on = {IOException.class, TimeoutException.class, RuntimeException.class},
     * except = IllegalArgumentException.class)} around {@link Wide#most}.
     */
    private int mostRetried(
            int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9, int p10, int p11, int p12, int p13,
            int p14, int p15, int p16, int p17, int p18, int p19, int p20, int p21, int p22, int p23, int p24, int p25,
            int p26, int p27, int p28, int p29, int p30, int p31, int p32, int p33, int p34, int p35, int p36, int p37,
            int p38, int p39, int p40, int p41, int p42, int p43, int p44, int p45, int p46, int p47, int p48, int p49,
            int p50, int p51, int p52, int p53, int p54, int p55, int p56, int p57, int p58, int p59, int p60, int p61,
            int p62, int p63, int p64, int p65, int p66, int p67, int p68, int p69, int p70, int p71, int p72, int p73,
            int p74, int p75, int p76, int p77, int p78, int p79, int p80, int p81, int p82, int p83, int p84, int p85,
            int p86, int p87, int p88, int p89, int p90, int p91, int p92, int p93, int p94, int p95, int p96, int p97,
            int p98, int p99, int p100, int p101, int p102, int p103, int p104, int p105, int p106, int p107, int p108,
            int p109, int p110, int p111, int p112, int p113, int p114, int p115, int p116, int p117, int p118,
            int p119, int p120, int p121, int p122, int p123, int p124, int p125, int p126, int p127, int p128,
            int p129, int p130, int p131, int p132, int p133, int p134, int p135, int p136, int p137, int p138,
            int p139, int p140, int p141, int p142, int p143, int p144, int p145, int p146, int p147, int p148,
            int p149, int p150, int p151, int p152, int p153, int p154, int p155, int p156, int p157, int p158,
            int p159, int p160, int p161, int p162, int p163, int p164, int p165, int p166, int p167, int p168,
            int p169, int p170, int p171, int p172, int p173, int p174, int p175, int p176, int p177, int p178,
            int p179, int p180, int p181, int p182, int p183, int p184, int p185, int p186, int p187, int p188,
            int p189, int p190, int p191, int p192, int p193, int p194, int p195, int p196, int p197, int p198,
            int p199, int p200, int p201, int p202, int p203, int p204, int p205, int p206, int p207, int p208,
            int p209, int p210, int p211, int p212, int p213, int p214, int p215, int p216, int p217, int p218,
            int p219, int p220, int p221, int p222, int p223, int p224, int p225, int p226, int p227, int p228,
            int p229, int p230, int p231, int p232, int p233, int p234, int p235, int p236, int p237, int p238,
            int p239, int p240, int p241, int p242, int p243, int p244, int p245, int p246, int p247, int p248,
            int p249, int p250) {
        RetryPolicy.called(mostRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.most(p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19,
                        p20, p21, p22, p23, p24, p25, p26, p27, p28, p29, p30, p31, p32, p33, p34, p35, p36, p37, p38,
                        p39, p40, p41, p42, p43, p44, p45, p46, p47, p48, p49, p50, p51, p52, p53, p54, p55, p56, p57,
                        p58, p59, p60, p61, p62, p63, p64, p65, p66, p67, p68, p69, p70, p71, p72, p73, p74, p75, p76,
                        p77, p78, p79, p80, p81, p82, p83, p84, p85, p86, p87, p88, p89, p90, p91, p92, p93, p94, p95,
                        p96, p97, p98, p99, p100, p101, p102, p103, p104, p105, p106, p107, p108, p109, p110, p111,
                        p112, p113, p114, p115, p116, p117, p118, p119, p120, p121, p122, p123, p124, p125, p126, p127,
                        p128, p129, p130, p131, p132, p133, p134, p135, p136, p137, p138, p139, p140, p141, p142, p143,
                        p144, p145, p146, p147, p148, p149, p150, p151, p152, p153, p154, p155, p156, p157, p158, p159,
                        p160, p161, p162, p163, p164, p165, p166, p167, p168, p169, p170, p171, p172, p173, p174, p175,
                        p176, p177, p178, p179, p180, p181, p182, p183, p184, p185, p186, p187, p188, p189, p190, p191,
                        p192, p193, p194, p195, p196, p197, p198, p199, p200, p201, p202, p203, p204, p205, p206, p207,
                        p208, p209, p210, p211, p212, p213, p214, p215, p216, p217, p218, p219, p220, p221, p222, p223,
                        p224, p225, p226, p227, p228, p229, p230, p231, p232, p233, p234, p235, p236, p237, p238, p239,
                        p240, p241, p242, p243, p244, p245, p246, p247, p248, p249, p250);
            } catch (Throwable failure) {
                run = mostRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }
}
