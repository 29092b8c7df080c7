package dev.deft.testing;

import org.jspecify.annotations.Nullable;

/** Where assertions over calls begin. Meant for static import, beside AssertJ's own. */
public final class DeftAssertions {
    private DeftAssertions() {}

    /**
     * Assertions over what one call did.
     *
     * @param actual the call, from {@link Recording#call}
     * @return where they begin
     */
    public static CallAssert assertThat(@Nullable RecordedCall actual) {
        return new CallAssert(actual);
    }
}
