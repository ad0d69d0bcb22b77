package mappings;

/** The only tenant. */
public final class AcmeTenant implements org.hibernate.context.spi.CurrentTenantIdentifierResolver<String> {
    public AcmeTenant() {}

    @Override
    public String resolveCurrentTenantIdentifier() {
        return "acme";
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return false;
    }
}
