import type {Engine} from "../../queries/engine.ts";

/**
 * Chance as SQL macros over `md5_number_lower`, which never changes between engine versions.
 * `seeded(key)` → 64 bits; `part(bits, 0–3)` → uniform in (0, 1) from 16 of them; `bell(uniform)` → mean 0, deviation 1.
 */
export async function installChance(engine: Engine, seed: number): Promise<void> {
  if (!Number.isInteger(seed)) throw new Error(`not a whole seed: ${seed}`);
  await engine.run(`
    CREATE MACRO seeded(key) AS md5_number_lower('${seed}|' || key);
    CREATE MACRO part(bits, n) AS (((bits >> (16 * n)) & 65535)::DOUBLE + 0.5) / 65536;
    CREATE MACRO bell(uniform) AS 0.5513 * ln(uniform / (1 - uniform));
    CREATE MACRO pick(options, uniform) AS options[1 + floor(uniform * len(options))::INT];
    CREATE MACRO pseudonym(prefix, key) AS
      prefix || '.' || translate(rtrim(to_base64(unhex(md5('${seed}|' || prefix || key))), '='), '+/', '-_');
  `);
}
