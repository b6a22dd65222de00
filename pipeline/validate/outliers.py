"""Claims held against what others say of the same: queries that find slips of the tongue and outliers.

A claim is held against the claims of other publisher families on the same subject, metric and unit, as they stand in the
view `claims_all`. A family has one opinion, the median of its claims near that time; the others' median is what counts.

Near in time: in the same SLOT of days or at most SLOTS before or after it. So all claims of up to 135 days earlier or later
count, and none of 180 or more. Slots make the medians few enough: one for each thing, slot and family.
"""

from __future__ import annotations

from pipeline.validate.limits import IN_UNIT, IN_WORDS, WHAT_OF_WHOM

SLOT, SLOTS = 45, 3
_AMOUNT = "CASE WHEN kind = 'money' THEN usd ELSE value END"


def _measured(families: int, times: int) -> str:
    """CTEs of which `measured` is last: claims with the median of at least so many other families.

    Things of which no two claims are `times` apart are left out.
    """
    return f"""
said AS MATERIALIZED (  /* as in claim_conflicts: no denials, and no metrics of which a subject has many values at once */
    SELECT doc_id, char_start, char_end, surface, lang, subject, subject_name, metric, kind, family, row_number() OVER () AS claim,
           CASE WHEN kind = 'money' THEN 'USD' ELSE unit END AS unit, (date_diff('day', DATE '1970-01-01', said_at) // {SLOT})::INTEGER AS slot, {_AMOUNT} AS amount
    FROM claims_all
    WHERE value IS NOT NULL AND {_AMOUNT} > 0 AND subject IS NOT NULL AND modality <> 'denied'
      AND metric NOT IN ('other', 'price', 'benchmark', 'length', 'hardware', 'growth', 'share')
),
things AS MATERIALIZED (
    SELECT subject, metric, unit, (row_number() OVER ())::INTEGER AS thing
    FROM said GROUP BY subject, metric, unit HAVING count(DISTINCT family) > {families} AND max(amount) >= {times} * min(amount)
),
families AS MATERIALIZED (SELECT family, (row_number() OVER ())::INTEGER AS who FROM (SELECT DISTINCT family FROM said)),
numbered AS MATERIALIZED (  /* numbers instead of names: it is they that make this fit into memory */
    SELECT claim, thing, who, slot, amount FROM said JOIN things USING (subject, metric, unit) JOIN families USING (family)
),
near AS (
    SELECT thing, who, amount, unnest(range(slot - {SLOTS}, slot + {SLOTS + 1}))::INTEGER AS slot FROM numbered
),
opinions AS (
    SELECT thing, slot, who, list_median(list(amount)) AS amount FROM near GROUP BY thing, slot, who
),
heard AS (
    SELECT thing, slot, count(*) - 1 AS others, list_sort(list(struct_pack(amount, who))) AS opinions
    FROM opinions GROUP BY thing, slot HAVING count(*) > {families}
),
ranked AS (
    SELECT thing, slot, others, [o.amount FOR o IN opinions] AS amounts, [o.who FOR o IN opinions] AS who_says FROM heard
),
compared AS (
    SELECT claim, amount, others, amounts, list_position(who_says, who) AS own FROM numbered JOIN ranked USING (thing, slot)
),
middled AS MATERIALIZED (  /* of all amounts but its own family's; not materialized, a filter would compute it again and again */
    SELECT claim, amount, others, (amounts[(others + 1) // 2 + ((others + 1) // 2 >= own)::INTEGER]
                                   + amounts[others // 2 + 1 + (others // 2 + 1 >= own)::INTEGER]) / 2 AS median FROM compared
),
measured AS (
    SELECT claim, others, median, greatest(amount / median, median / amount) AS times FROM middled
)"""


def _told(which: str, times: str, because: str = "") -> str:
    """Those of the measured claims, with what stands in the text and what the others say."""
    return f"""
SELECT doc_id, char_start, char_end,
       coalesce(surface, '') || ': ' || {WHAT_OF_WHOM} || ', ' || words[1] || of_unit || ', is {times} times '
       || CASE WHEN amount > median THEN 'more' ELSE 'less' END || ' than the ' || words[2] || of_unit || ' of ' || others
       || ' other publishers (their median){because}' AS what
FROM (
    SELECT *, list_transform([amount, median, round(times)], {IN_WORDS}) AS words, {IN_UNIT} AS of_unit
    FROM measured JOIN said USING (claim) WHERE {which}
)
"""


_THOUSAND = "times BETWEEN 950 AND 1050"
_TEN_THOUSAND = "(lang = 'ja' AND times BETWEEN 9500 AND 10500)"
SLIP = f"""
WITH {_measured(families=2, times=950)}
{_told(_THOUSAND, "1,000", "; million and billion are easily confused")}
UNION ALL
{_told(_TEN_THOUSAND, "10,000", "; 億 and 兆, or 万 and 億, are easily confused")}
"""
"""Claims just 1,000 times off, or 10,000 times in Japanese: what confusing two words of number makes, within 5 %."""
OUTLIER = f"""
WITH {_measured(families=3, times=10)}
{_told(f"times >= 10 AND NOT ({_THOUSAND} OR {_TEN_THOUSAND})", "' || words[3] || '")}
"""
"""Claims at least ten times off that are no slip."""
