package lamin.schema.internal.deploy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.module.Chains;
import lamin.schema.internal.module.ModuleHeader;

/**
 * Tells without loading any script whether a deploy has nothing to do: modules, ledger and engine are the same as when
 * a deploy found everything in sync and every checksum right. A deploy stores their fingerprint in the database, which
 * saves every later process the work; reading never writes.
 */
public final class UpToDateCheck {
    /** To be changed whenever the same fingerprint would mean something else. */
    private static final String FORMAT = "lamin-1";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Chains chains;
    private final String engineVersion;

    public UpToDateCheck(Chains chains) {
        this(chains, EngineVersion.CURRENT);
    }

    UpToDateCheck(Chains chains, String engineVersion) {
        this.chains = chains;
        this.engineVersion = engineVersion;
    }

    /**
     * Whether nothing has changed since a deploy found everything in sync. If false, everything may still be in sync.
     */
    public boolean isMet(Connection connection, LedgerState state) throws SQLException {
        try {
            return chains.headers().stream().allMatch(module -> isAtHead(module, state))
                    && isNoted(new Ledger(connection), state);
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isAtHead(ModuleHeader module, LedgerState state) {
        var heads = module.head().isEmpty() ? Set.<String>of() : Set.of(module.head());
        return state.of(module.name()).equals(heads);
    }

    private boolean isNoted(Ledger ledger, LedgerState state) throws SQLException {
        var contents = ledger.contents(state);
        var code = contents.isEmpty() ? Optional.<String>empty() : chains.key();
        return code.isPresent() && ledger.isVerified(fingerprint(contents.get(), code.get()));
    }

    /** The current contents of the ledger; empty if it has no place for notes or cannot be read. */
    static Optional<String> contents(Connection connection) throws SQLException {
        var ledger = new Ledger(connection);
        return ledger.contents(ledger.read());
    }

    /** Records that everything was in sync with these ledger contents. Nothing is recorded if files have no key. */
    void note(Connection connection, String contents) throws SQLException {
        var code = chains.keyOfAll();
        if (code.isPresent()) {
            new Ledger(connection).noteVerified(fingerprint(contents, code.get()));
        }
    }

    private String fingerprint(String ledger, String code) {
        var text = String.join("\n", FORMAT, engineVersion, ledger, code);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
