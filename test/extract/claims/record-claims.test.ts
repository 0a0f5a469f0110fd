import { describe, expect, it } from 'vitest';
import { claimsOf, recordOfText } from '../read-text.ts';

describe('what makes no claim', () => {
  it.each([
    'Dozens of people blocked the road to the region, which Armenians call Artsakh.',
    'The officer said that those farmers who do not want to live near the border were free to leave.',
    'The president dismissed the state minister on Monday.',
  ])('%s', (text) => {
    const contents = claimsOf(text).map(({ content, stance }) => `${stance}: ${content.text}`);
    expect(contents.filter((line) => /: which$|refuses/.test(line))).toEqual([]);
  });
});

describe('what is worth no line of its own', () => {
  it.each([
    ['The ministry did not immediately respond to a request for comment.', []],
    ['Three aid workers, who asked not to be named, left the town on Monday.', []],
    ['Algeria recalled its ambassador from Paris on Monday.', []],
    ['Peru declared a state of emergency in the capital.', []],
    ['Neither Norland nor Sudria confirmed that a meeting had taken place.', []],
    [
      'Asked whether the army would leave, the colonel said that others would decide.',
      ['states that others would decide'],
    ],
    [
      'Two members of the delegation, speaking on condition of anonymity, said the plan was dead.',
      ['states the plan was dead'],
    ],
    ['A day after rebels fired rockets at a base, the government closed the road.', []],
    ['Iran vowed to avenge the death of the general.', ['threatens to avenge the death of the general']],
  ])('%s', (text, wanted) => {
    expect(claimsOf(text).map(({ stance, content }) => `${stance} ${content.text}`)).toEqual(wanted);
  });
});

describe('a claim', () => {
  it('speaks of the condition whose words are in it', () => {
    const { claims, conditions } = recordOfText(
      'The road has been blocked since 12 December.\nAzerbaijan denied that there was a blockade.',
      '2023-05-20',
    );
    expect(claims[0]?.about).toContain(conditions[0]?.id);
  });
  it('answers the claim of the other side that it denies', () => {
    const { claims } = recordOfText(
      'Armenia accused Azerbaijan of preparing a new attack. Azerbaijan denied this.',
      '2023-05-20',
    );
    expect(claims[1]?.stance).toBe('denies');
    expect(claims[1]?.answers).toBe(claims[0]?.id);
    expect(claims[0]?.answers).toBeUndefined();
  });
  it('names the topics that were talked about', () => {
    const [claim] = claimsOf(
      'The ministry said that the delegation had raised the supply of gas and the mines.',
    );
    expect(claim?.topics).toEqual(['the supply of gas', 'the mines']);
  });
});

describe('parties', () => {
  it('are never named by a pronoun', () => {
    const { actors } = recordOfText(
      'Police arrested Ruben Vardanyan at the bridge on Monday. His family demanded his release.',
      '2023-05-20',
    );
    expect(actors.map(({ name }) => name)).toContain('family of Ruben Vardanyan');
    expect(actors.filter(({ name }) => /^(?:his|its|their)\b/i.test(name))).toEqual([]);
  });
});

describe('status and things', () => {
  it('what is appointed stays so over a connective', () => {
    const { events } = recordOfText(
      'The forces of the region are to lay down their arms and to be disbanded.',
      '2023-05-20',
    );
    expect(events.find(({ trigger }) => trigger.text === 'disbanded')?.status ?? 'planned').toBe('planned');
  });
  it('the name of a thing does not begin with a date', () => {
    const { conditions } = recordOfText(
      'Since 10 January electricity has been cut in all districts.',
      '2023-01-20',
    );
    expect(conditions[0]?.on.thing).toBe('electricity');
  });
});
