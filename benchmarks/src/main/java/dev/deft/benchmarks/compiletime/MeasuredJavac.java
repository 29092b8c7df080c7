package dev.deft.benchmarks.compiletime;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.spi.ToolProvider;

/** javac in a process of its own, which at its end prints what it has used. */
public final class MeasuredJavac {
    private MeasuredJavac() {}

    /**
     * Compiles; exits with javac's own status.
     *
     * @param arguments javac's
     */
    public static void main(String[] arguments) {
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        int status = javac.run(System.err, System.err, arguments);
        if (status == 0) {
            System.out.println(used());
        }
        System.exit(status);
    }

    private static Usage used() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed())
                .sum();
        return new Usage(system.getProcessCpuTime(), threads.getTotalThreadAllocatedBytes(), heap);
    }
}
